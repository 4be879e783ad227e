using System.Net.Http.Headers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests;

/// <summary>
/// The app's HTTP pipeline (PipelineServer) with a server and a store of its own, and with App Service authentication enabled.
/// </summary>
public sealed class WebApp : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new() { Stores = 1 };
    private readonly KeptLog log = new();
    private PipelineServer? app;

    public HttpClient Http { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>Everything that was logged, one line for each entry.</summary>
    public string Output => log.ToString();

    /// <summary>The connection string of the store that only this app uses.</summary>
    public string Storage { get; private set; } = "";

    public T Get<T>()
        where T : notnull => app!.Get<T>();

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Storage = azurite.NewStore();
        app = PipelineServer.Build(Storage, log);
        await Get<CityStorage>().EnsureCreatedAsync(default);
        await Get<YearStore>().OpenAsync(FiscalYear.Of(2018), Register.Of2018, default);
        await app.StartAsync();
        Http.BaseAddress = Address = app.Address;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
        log.Dispose();
        await azurite.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? role, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (role is not null)
            request.Headers.Add(SignedIn.Header, SignedIn.With(role));
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> UploadAsync(string department, byte[] workbook, string? role) =>
        SendAsync(HttpMethod.Post, $"/api/departments/{department}/submissions?year=2018", role, Raw(workbook));

    /// <summary>
    /// Returns what was logged since a point in time. To be sure that nothing is missing, it sends one more request and waits until the
    /// log, which is written in order, contains that request.
    /// </summary>
    /// <param name="start">The length of <see cref="Output"/> at that point in time.</param>
    public async Task<string> LogSinceAsync(int start)
    {
        var marker = Guid.NewGuid().ToString("N");
        await SendAsync(HttpMethod.Get, $"/api/nothing/{marker}", null);
        await LoggedAsync(start, line => line.Contains(marker, StringComparison.Ordinal));
        return Output[start..];
    }

    /// <summary>Waits until such a line was logged since a point in time.</summary>
    /// <param name="start">The length of <see cref="Output"/> at that point in time.</param>
    /// <param name="isMeant">Whether this is the line.</param>
    public async Task LoggedAsync(int start, Func<string, bool> isMeant)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Output[start..].Split('\n').Any(isMeant))
            await timer.WaitForNextTickAsync(limit.Token);
    }

    public static ByteArrayContent Raw(byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return content;
    }
}

[CollectionDefinition(Name)]
public sealed class OneWebApp : ICollectionFixture<WebApp>
{
    public const string Name = "Web app";
}
