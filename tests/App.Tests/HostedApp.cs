using System.Net.Http.Headers;
using KawasakiServerless.Application;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.App.Tests;

/// <summary>
/// The .NET worker process, started by a stand-in for the Functions host, with App Service authentication on and with a storage account of
/// its own in the emulator.
/// </summary>
public sealed class HostedApp : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new() { Stores = 1 };
    private FunctionsHost? host;
    private InsightsStandIn? insights;

    public HttpClient Http { get; } = new();

    public FunctionsHost Host => host!;

    /// <summary>The connection string of the store.</summary>
    public string Storage { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Storage = azurite.NewStore();
        insights = await InsightsStandIn.StartAsync();
        host = await FunctionsHost.StartAsync(insights.Monitor(SettingsFor(Storage)));
        Http.BaseAddress = host.Address;
        // The worker creates its tables and containers before it answers its first request; a test may use them before it sends one.
        using var health = await SendAsync(HttpMethod.Get, "/api/health", null);
        health.EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (host is not null)
        {
            // A .NET worker process that is stopped in an orderly way first sends the telemetry that it has not sent yet.
            await host.TerminateAsync(TimeSpan.FromMinutes(1));
            await host.DisposeAsync();
        }

        if (insights is not null)
            await insights.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? role, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (role is not null)
            request.Headers.Add(SignedIn.Header, SignedIn.With(role));
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> UploadAsync(string department, byte[] workbook, string? role)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return SendAsync(HttpMethod.Post, $"/api/departments/{department}/submissions?year=2018", role, content);
    }

    internal static Dictionary<string, string> SettingsFor(string storage) => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = storage,
        ["WEBSITE_AUTH_ENABLED"] = "True",
        ["WEBSITE_HOSTNAME"] = "care.example",
        ["SITE_URL"] = "https://care.example/",
        ["DATA_LICENSE"] = AppProcess.License,
        ["NIGHTLY_SCHEDULE"] = Schedules.Nightly,
    };
}

[CollectionDefinition(Name)]
public sealed class OneHostedApp : ICollectionFixture<HostedApp>
{
    public const string Name = "Hosted app";
}
