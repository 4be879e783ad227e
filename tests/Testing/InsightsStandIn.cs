using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Testing;

/// <summary>
/// Stands in for the ingestion endpoint of Application Insights and keeps what the exporter sends, one line for each item. If the
/// environment variable TELEMETRY names a file, the lines are also appended to it, so that it can be searched after a run.
/// </summary>
public sealed class InsightsStandIn : IAsyncDisposable
{
    private static readonly string? KeptIn = Environment.GetEnvironmentVariable("TELEMETRY");
    private static readonly Lock File = new();

    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> lines = new();

    private InsightsStandIn() => server = Build();

    /// <summary>The items of telemetry as they were received, each as one line of JSON.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    private string ConnectionString => $"InstrumentationKey={Guid.Empty};IngestionEndpoint={server.Urls.Single()}/";

    /// <returns>The settings, and in addition those that make a worker send its telemetry here.</returns>
    public IReadOnlyDictionary<string, string> Monitor(IReadOnlyDictionary<string, string> settings) =>
        new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = ConnectionString,
            // Otherwise the exporter sends statistics about its own use to its vendor.
            ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
        };

    public static async Task<InsightsStandIn> StartAsync()
    {
        var standIn = new InsightsStandIn();
        await standIn.server.StartAsync();
        return standIn;
    }

    /// <summary>The items of one type, such as RemoteDependencyData, MetricData or MessageData.</summary>
    public IReadOnlyList<InsightsItem> ItemsOf(string type) =>
        [.. lines.Select(InsightsItem.Parse).Where(i => i.Type == type)];

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private WebApplication Build()
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/v2.1/track", KeepAsync);
        return app;
    }

    private async Task<IResult> KeepAsync(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(request.Body, CompressionMode.Decompress)
            : request.Body;
        using var reader = new StreamReader(body);
        var sent = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in sent)
            lines.Enqueue(line);
        Keep(sent);
        return Results.Json(new { itemsReceived = sent.Length, itemsAccepted = sent.Length, errors = Array.Empty<string>() });
    }

    private static void Keep(string[] sent)
    {
        if (KeptIn is null)
            return;
        lock (File)
            System.IO.File.AppendAllLines(KeptIn, sent);
    }
}

/// <summary>An item of telemetry as Application Insights receives it.</summary>
/// <param name="Type">RemoteDependencyData, RequestData, MetricData, MessageData or ExceptionData.</param>
/// <param name="Operation">The id of the trace; null if the item belongs to none.</param>
/// <param name="Parent">The id of the parent activity; null if there is none.</param>
/// <param name="Data">The content of the item, which depends on its type.</param>
public sealed record InsightsItem(string Type, string? Operation, string? Parent, JsonElement Data)
{
    public string? Name => Text(Data, "name");

    public string? Id => Text(Data, "id");

    public static InsightsItem Parse(string line)
    {
        var item = JsonDocument.Parse(line).RootElement;
        var (data, tags) = (item.GetProperty("data"), item.GetProperty("tags"));
        return new(
            Text(data, "baseType")!, Text(tags, "ai.operation.id"), Text(tags, "ai.operation.parentId"), data.GetProperty("baseData"));
    }

    public string? Property(string name) => Data.TryGetProperty("properties", out var properties) ? Text(properties, name) : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
