using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using KawasakiServerless.Application.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;

namespace KawasakiServerless.Functions;

/// <summary>
/// Exports metrics, traces and logs to Application Insights and to an OpenTelemetry collector, if the app settings name them.
/// </summary>
internal static class Export
{
    /// <summary>
    /// Registers the exporters. If neither APPLICATIONINSIGHTS_CONNECTION_STRING nor OTEL_EXPORTER_OTLP_ENDPOINT is set, nothing is
    /// exported, and the Functions host writes the logs.
    /// </summary>
    /// <exception cref="InvalidOperationException">APPLICATIONINSIGHTS_CONNECTION_STRING or APPLICATIONINSIGHTS_AUTHENTICATION_STRING is
    /// invalid.</exception>
    public static IServiceCollection AddExport(this IServiceCollection services, Func<string, string?> setting)
    {
        var insights = Insights(Text(setting("APPLICATIONINSIGHTS_CONNECTION_STRING")));
        var credential = Credential(Text(setting("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")));
        var hasCollector = Text(setting("OTEL_EXPORTER_OTLP_ENDPOINT")) is not null;
        if (insights is null && !hasCollector)
            return services;
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(CityTelemetry.Name))
            .WithTracing(traces => traces.AddSource(CityTelemetry.Name));
        if (insights is not null)
            telemetry.UseAzureMonitorExporter(exporter => Configure(exporter, insights, credential));
        if (hasCollector)
            telemetry.UseOtlpExporter();
        // A .NET worker process that exports its own telemetry no longer sends logs to the Functions host. However, the host shows what the
        // worker writes to the console, so logs are also written to the console.
        return services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
    }

    // Validates the connection string here, because the exporter would fail later with a stack trace that does not name the setting.
    private static string? Insights(string? connectionString) =>
        connectionString?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == false
        ? throw new InvalidOperationException(
            "APPLICATIONINSIGHTS_CONNECTION_STRING is not a connection string of Application Insights "
                + "(InstrumentationKey=…;IngestionEndpoint=…).")
        : connectionString;

    private static void Configure(AzureMonitorExporterOptions exporter, string connectionString, ManagedIdentityCredential? credential)
    {
        exporter.ConnectionString = connectionString;
        exporter.Credential = credential;
        // Sampling is off, because the app, which only one city uses, produces only some hundred traces a day.
        exporter.SamplingRatio = 1;
        exporter.TracesPerSecond = null;
        exporter.EnableLiveMetrics = false;
        exporter.DisableOfflineStorage = true;
    }

    /// <summary>
    /// Parses APPLICATIONINSIGHTS_AUTHENTICATION_STRING in the same format as the Functions host: Authorization=AAD, or
    /// Authorization=AAD;ClientId=… for a user-assigned identity. Null when the setting is not set.
    /// </summary>
    private static ManagedIdentityCredential? Credential(string? authentication)
    {
        if (authentication is null)
            return null;
        var parts = authentication.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2))
            .ToLookup(p => p[0], p => p.Length == 2 ? p[1] : "", StringComparer.OrdinalIgnoreCase);
        if (!parts["Authorization"].SequenceEqual(["AAD"]))
            throw new InvalidOperationException(
                $"APPLICATIONINSIGHTS_AUTHENTICATION_STRING is {authentication}; it must be Authorization=AAD;ClientId=….");
        return new(parts["ClientId"].FirstOrDefault() is { Length: > 0 } id
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
