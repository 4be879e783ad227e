using System.Text.Json;
using KawasakiServerless.Testing.Host.Messages;

namespace KawasakiServerless.Testing.Host;

/// <summary>A function as the worker describes it.</summary>
/// <param name="Trigger">The binding that starts it, as JSON.</param>
public sealed record WorkerFunction(string Id, string Name, JsonElement Trigger)
{
    public bool IsHttp => TypeOf(Trigger) == "httpTrigger";

    /// <summary>Of a timer: six fields, or the name of a setting between percent signs.</summary>
    public string? Schedule => Trigger.TryGetProperty("schedule", out var schedule) ? schedule.GetString() : null;

    /// <summary>Such as api/{*path}.</summary>
    public string? Route => Trigger.TryGetProperty("route", out var route) ? route.GetString() : null;

    /// <summary>In lower case.</summary>
    public IReadOnlyList<string> Methods => Trigger.TryGetProperty("methods", out var methods)
        ? [.. methods.EnumerateArray().Select(m => m.GetString()!.ToLowerInvariant())]
        : [];

    /// <summary>Of the parameter that takes the trigger.</summary>
    public string Parameter => Trigger.GetProperty("name").GetString()!;

    internal static WorkerFunction Of(RpcFunctionMetadata metadata)
    {
        var triggers = metadata.RawBindings.Select(b => JsonDocument.Parse(b).RootElement)
            .Where(b => TypeOf(b).EndsWith("Trigger", StringComparison.Ordinal));
        return new(metadata.FunctionId, metadata.Name, triggers.Single());
    }

    /// <summary>Whether the host routes a path to it. Only routes of one folder and everything below it are known.</summary>
    internal bool Takes(string method, string path)
    {
        var folder = $"/{Route?.Split('{')[0]}";
        return IsHttp && Methods.Contains(method.ToLowerInvariant())
            && (path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
                || $"{path}/".Equals(folder, StringComparison.OrdinalIgnoreCase));
    }

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
