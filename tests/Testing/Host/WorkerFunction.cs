using System.Text.Json;
using KawasakiServerless.Testing.Host.Messages;

namespace KawasakiServerless.Testing.Host;

/// <summary>An Azure function, as described in the metadata that the .NET worker process reports to the Functions host.</summary>
/// <param name="Trigger">The trigger binding of the function, as JSON.</param>
public sealed record WorkerFunction(string Id, string Name, JsonElement Trigger)
{
    public bool IsHttp => TypeOf(Trigger) == "httpTrigger";

    /// <summary>
    /// The schedule of a timer-triggered function: a cron expression of six fields, or the name of an app setting between percent signs.
    /// Null for other functions.
    /// </summary>
    public string? Schedule => Trigger.TryGetProperty("schedule", out var schedule) ? schedule.GetString() : null;

    /// <summary>The route of an HTTP function, such as api/{*path}; null for other functions.</summary>
    public string? Route => Trigger.TryGetProperty("route", out var route) ? route.GetString() : null;

    /// <summary>The HTTP methods of an HTTP function, in lower case; empty for other functions.</summary>
    public IReadOnlyList<string> Methods => Trigger.TryGetProperty("methods", out var methods)
        ? [.. methods.EnumerateArray().Select(m => m.GetString()!.ToLowerInvariant())]
        : [];

    /// <summary>The name of the function's parameter that receives the trigger.</summary>
    public string Parameter => Trigger.GetProperty("name").GetString()!;

    internal static WorkerFunction Of(RpcFunctionMetadata metadata)
    {
        var triggers = metadata.RawBindings.Select(b => JsonDocument.Parse(b).RootElement)
            .Where(b => TypeOf(b).EndsWith("Trigger", StringComparison.Ordinal));
        return new(metadata.FunctionId, metadata.Name, triggers.Single());
    }

    /// <summary>
    /// Whether the host routes a request to the function. Only routes that cover a folder and everything below it are supported.
    /// </summary>
    internal bool Takes(string method, string path)
    {
        var folder = $"/{Route?.Split('{')[0]}";
        return IsHttp && Methods.Contains(method.ToLowerInvariant())
            && (path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
                || $"{path}/".Equals(folder, StringComparison.OrdinalIgnoreCase));
    }

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
