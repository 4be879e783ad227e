using KawasakiServerless.Application.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;

namespace KawasakiServerless.Functions;

/// <summary>Sends metrics, traces and logs to an OpenTelemetry collector, where one is configured.</summary>
internal static class Export
{
    /// <summary>Without OTEL_EXPORTER_OTLP_ENDPOINT nothing is sent, and logs stay with the Functions host.</summary>
    public static IServiceCollection AddExport(this IServiceCollection services, Func<string, string?> setting)
    {
        if (string.IsNullOrWhiteSpace(setting("OTEL_EXPORTER_OTLP_ENDPOINT")))
            return services;
        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(CityTelemetry.Name))
            .WithTracing(traces => traces.AddSource(CityTelemetry.Name))
            .UseOtlpExporter();
        return services;
    }
}
