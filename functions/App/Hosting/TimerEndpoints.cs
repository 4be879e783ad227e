using System.Collections.ObjectModel;
using System.Text.Json;
using KawasakiServerless.Functions.NightlyPublish;
using KawasakiServerless.Functions.SignIn;
using KawasakiServerless.Functions.Sweep;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Functions.Hosting;

/// <summary>What the Functions host expects back from a function that is not passed through. An empty body would hang the invocation.</summary>
public sealed record InvocationAnswer(IReadOnlyDictionary<string, object> Outputs, IReadOnlyList<string> Logs, object? ReturnValue);

/// <summary>The timers, as the Functions host posts them. They are mapped only under the host, which routes nothing public to them.</summary>
public static class TimerEndpoints
{
    // The host's own JSON is written with these names, not in camel case.
    private static readonly JsonSerializerOptions HostJson = new();

    public static void MapTimers(this IEndpointRouteBuilder app)
    {
        Map(app, "/NightlyPublish", (services, cancellation) => services.GetRequiredService<NightlyPublishFunction>().RunAsync(cancellation));
        Map(app, "/Sweep", (services, cancellation) => services.GetRequiredService<SweepFunction>().RunAsync(cancellation));
    }

    private static void Map(IEndpointRouteBuilder app, string path, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<string>>> run) =>
        app.MapPost(path, async (HttpContext context) =>
        {
            if (!await IsInvocationAsync(context, path))
                return Results.NotFound();
            var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
            var logs = await run(context.RequestServices, lifetime.ApplicationStopping);
            return Results.Json(new InvocationAnswer(ReadOnlyDictionary<string, object>.Empty, logs, null), HostJson);
        }).For(Access.Host);

    // A public request always has /api/ or /staff/ in the line it was sent with, even where dots in it lead here.
    private static async Task<bool> IsInvocationAsync(HttpContext context, string path)
    {
        if (context.Features.Get<IHttpRequestFeature>()?.RawTarget != path || !context.Request.HasJsonContentType())
            return false;
        try
        {
            using var payload = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return payload.RootElement.ValueKind == JsonValueKind.Object
                && payload.RootElement.TryGetProperty("Data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("timer", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
