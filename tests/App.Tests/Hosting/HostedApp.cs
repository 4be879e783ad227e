using System.Net.Http.Headers;
using System.Text;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Hosting;

/// <summary>The app as the Functions host starts it, with App Service authentication on, over a store of its own.</summary>
public sealed class HostedApp : IAsyncLifetime
{
    private readonly SharedAzurite azurite = new();
    private AppProcess? app;

    public HttpClient Http { get; } = new();

    public Uri Address => app!.Address;

    public string Output => app!.Output;

    /// <summary>Connects to its store.</summary>
    public string Storage { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Storage = azurite.NewStore();
        app = await AppProcess.HostedAsync(Storage, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["WEBSITE_HOSTNAME"] = "care.example",
            ["SITE_URL"] = "https://care.example/",
        });
        Http.BaseAddress = app.Address;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? role, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (role is not null)
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", TestPrincipal.With(role));
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> UploadAsync(string department, byte[] workbook, string? role) =>
        SendAsync(HttpMethod.Post, $"/api/departments/{department}/submissions?year=2018", role, Raw(workbook));

    public Task<HttpResponseMessage> PostTimerAsync(string function) => SendAsync(HttpMethod.Post, $"/{function}", null, new StringContent(
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"NightlyPublish","UtcNow":"2026-04-01T17:00:00Z","RandGuid":"00000000-0000-0000-0000-000000000000"}}}""",
        Encoding.UTF8,
        "application/json"));

    public static ByteArrayContent Raw(byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return content;
    }
}

[CollectionDefinition(Name)]
public sealed class OneHostedApp : ICollectionFixture<HostedApp>
{
    public const string Name = "Hosted app";
}
