using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>A store and the worker over it as a process of its own, which can be killed and started again a day later.</summary>
internal sealed class MortalCity : IAsyncDisposable
{
    // More than what must be old before it is taken up or removed; less than 26 hours, after which the night's work would come by itself.
    private static readonly TimeSpan Later = TimeSpan.FromHours(25);

    private readonly string connection;
    private readonly Func<INetwork> networks;
    private FunctionsHost? app;
    private StorageProxy? proxy;
    private HttpClient? http;
    private TimeSpan ahead;

    private MortalCity(string connection, Func<INetwork> networks)
    {
        (this.connection, this.networks) = (connection, networks);
        View = new(connection);
    }

    public CityView View { get; }

    public INetwork Network { get; private set; } = new KillSwitch();

    public KillSwitch Switch => (KillSwitch)Network;

    public string Output => app?.Output ?? "";

    public static Task<MortalCity> StartAsync(string connection) => StartAsync(connection, () => new KillSwitch());

    public static async Task<MortalCity> StartAsync(string connection, Func<INetwork> networks)
    {
        var city = new MortalCity(connection, networks);
        await city.StartAsync();
        return city;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await app!.KillAsync();
        await StopAsync();
    }

    /// <summary>Stops it as the Functions host does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(TimeSpan grace)
    {
        var exitCode = await app!.TerminateAsync(grace);
        await StopAsync();
        return exitCode;
    }

    /// <summary>The process that comes after: the lease of the dead one has run out, and what it left is old enough to be taken up.</summary>
    public async Task StartAgainAsync()
    {
        await View.EndLeaseAsync();
        ahead += Later;
        await StartAsync();
    }

    public Task<HttpResponseMessage> UploadAsync(string department, byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return SendAsync(HttpMethod.Post, $"/api/departments/{department}/submissions?year=2018", content);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(SignedIn.Header, SignedIn.As("a clerk", "Coordinator"));
        return await http!.SendAsync(request);
    }

    /// <summary>Fires a timer as the Functions host does.</summary>
    public Task FireAsync(string function) => app!.RunTimerAsync(function);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await View.DisposeAsync();
    }

    private async Task StartAsync()
    {
        Network = networks();
        proxy = await StorageProxy.StartAsync(connection, Network);
        app = await FunctionsHost.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = proxy.ConnectionString,
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["WEBSITE_HOSTNAME"] = CityView.Address.Host,
            ["SITE_URL"] = CityView.Address.AbsoluteUri,
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Setting] = ahead.ToString("c", CultureInfo.InvariantCulture),
            // Hundreds of starts: nothing is compiled twice.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
        }, await PublishedWorker.FolderAsync());
        // A call that storage never answers is given up after 100 s, and then tried again.
        http = new() { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(10) };
        await PreparedAsync();
    }

    // Until the worker has prepared its storage it answers 503.
    private async Task PreparedAsync()
    {
        HttpStatusCode status;
        do
        {
            using var answer = await http!.GetAsync("/api/nothing");
            status = answer.StatusCode;
        }
        while (status == HttpStatusCode.ServiceUnavailable);
    }

    private async Task StopAsync()
    {
        http?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (proxy is not null)
            await proxy.DisposeAsync();
        (http, app, proxy) = (null, null, null);
    }
}
