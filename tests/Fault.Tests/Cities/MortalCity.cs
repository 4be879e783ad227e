using System.Net.Http.Headers;
using KawasakiServerless.Fault.Tests.Kills;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Cities;

internal enum AppKind
{
    /// <inheritdoc cref="PipelineApp"/>
    Pipeline,

    /// <inheritdoc cref="WorkerApp"/>
    Worker,
}

/// <summary>A store and an app that uses it. The test can kill the app, and start the next app as if a day had passed.</summary>
internal sealed class MortalCity : IAsyncDisposable
{
    // How far the clock of each next app is put forward. This is longer than the age at which the sweep (a timer) resumes unfinished work
    // or deletes workbooks that have no row in the table of submissions, but shorter than 26 hours, after which the app would make up for a
    // missed nightly run by itself.
    private static readonly TimeSpan Later = TimeSpan.FromHours(25);

    private readonly string connection;
    private readonly Func<INetwork> networks;
    private readonly List<ICityApp> dead = [];
    private ICityApp? app;
    private StorageProxy? proxy;
    private HttpClient? http;
    private CancellationTokenSource death = new();
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

    /// <param name="connection">The connection string of an empty store.</param>
    /// <param name="networks">Creates the network between each started app and storage; a <see cref="KillSwitch"/> if null.</param>
    /// <param name="kind">The app to start. With `FAULTS=all` it is always the real worker process.</param>
    public static async Task<MortalCity> StartAsync(string connection, Func<INetwork>? networks = null, AppKind kind = AppKind.Pipeline)
    {
        var city = new MortalCity(connection, networks ?? (() => new KillSwitch()));
        await city.StartAsync(kind);
        return city;
    }

    /// <summary>Cancelled when the app is killed, so that the test stops waiting for work that the app will never do.</summary>
    public CancellationToken Death => death.Token;

    /// <summary>Kills the app. Nothing that it sends from now on reaches storage.</summary>
    public async Task KillAsync()
    {
        proxy!.Cut();
        await app!.KillAsync();
        http!.Dispose();
        dead.Add(app);
        await death.CancelAsync();
    }

    /// <summary>Stops the .NET worker process as the Functions host does. The app must be a <see cref="WorkerApp"/>.</summary>
    /// <returns>The exit code of the process.</returns>
    public async Task<int> TerminateAsync(TimeSpan grace)
    {
        var exitCode = await ((WorkerApp)app!).TerminateAsync(grace);
        await StopAsync();
        return exitCode;
    }

    /// <summary>
    /// Starts the next app as if a day had passed: the lease of the dead app has expired, and its unfinished work is old enough to be
    /// resumed.
    /// </summary>
    public async Task StartAgainAsync()
    {
        await View.EndLeaseAsync();
        ahead += Later;
        await StartAsync(AppKind.Pipeline);
    }

    /// <summary>Stops the app and starts an app of another kind, while no work is in progress.</summary>
    public async Task ChangeToAsync(AppKind kind)
    {
        await StopAsync();
        await StartAsync(kind);
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
    public Task FireAsync(string function) => app!.FireAsync(function).WaitAsync(Death);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var one in dead)
            await one.DisposeAsync();
        await View.DisposeAsync();
        death.Dispose();
        await Stores.EmptyAsync(connection);
    }

    private async Task StartAsync(AppKind kind)
    {
        death.Dispose();
        (Network, death) = (networks(), new());
        proxy = await StorageProxy.StartAsync(connection, Network);
        app = FaultTests.AreFull || kind == AppKind.Worker
            ? await WorkerApp.StartAsync(proxy.ConnectionString, ahead)
            : await PipelineApp.StartAsync(proxy.ConnectionString, ahead);
        // The app gives up a storage call that is not answered within 100 seconds, and tries it again. So it may take minutes to answer.
        http = new() { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(10) };
    }

    private async Task StopAsync()
    {
        http?.Dispose();
        proxy?.Cut();
        if (app is not null && !dead.Contains(app))
            await app.DisposeAsync();
        (http, app, proxy) = (null, null, null);
    }
}
