using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KawasakiServerless.Application;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Emulator;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Local.LocalRun;

/// <summary>
/// Runs the whole system on this machine: storage emulator, sample workbooks, public site, HTTP interface, staff portal and timers. Nothing
/// is reachable from other machines.
/// </summary>
/// <param name="register">The register of the sample year.</param>
/// <param name="output">Receives the progress messages.</param>
public sealed class LocalApp(Register register, TextWriter output)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly long startedAt = Stopwatch.GetTimestamp();

    /// <exception cref="IOException">The port is in use, or local storage ended while the app was running.</exception>
    public async Task<int> RunAsync(LocalRunOptions options, CancellationToken cancellation)
    {
        var folder = LocalFolder.Find();
        EnsureFree(options.Port);
        await PrintAsync("Starting local storage (Azurite)");
        await using var azurite = await Azurite.StartAsync(
            folder, DataFolderOf(options, folder), line => output.WriteLine($"  {line}"), cancellation);
        var port = options.Port == 0 ? FreePort() : options.Port;
        await using var app = Build(azurite.ConnectionString, port, options.Address ?? new Uri($"http://localhost:{port}/"));
        await ServeWhileAsync(azurite.Exited, app, options with { Port = port }, cancellation);
        await PrintAsync("Stopping");
        return 0;
    }

    // Stops the app with a message when the storage emulator ends. Otherwise every request would fail without a visible cause.
    private async Task ServeWhileAsync(Task storageEnded, WebApplication app, LocalRunOptions options, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var serving = ServeAsync(app, options, stop.Token);
        await Task.WhenAny(serving, storageEnded);
        if (!storageEnded.IsCompleted || cancellation.IsCancellationRequested)
        {
            await serving;
            return;
        }

        await PrintAsync("Local storage (Azurite) has ended; stopping");
        await stop.CancelAsync();
        // Waits only a few seconds for the app to stop, because requests in progress may retry the unavailable storage for half a minute.
        await Task.WhenAny(EndAsync(serving, app), Task.Delay(Grace, CancellationToken.None));
        throw new IOException("Local storage (Azurite) has ended unexpectedly, and the app with it; start it again.");
    }

    // Stops the background services explicitly: if they were disposed while running, the host would report a failure for each of them.
    private static async Task EndAsync(Task serving, WebApplication app)
    {
        await app.StopAsync(CancellationToken.None);
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync(WebApplication app, LocalRunOptions options, CancellationToken cancellation)
    {
        await app.StartAsync(cancellation);
        await PrepareAsync(app, options.SampleFolder, cancellation);
        await PrintAddressesAsync(options.Port);
        await app.WaitForShutdownAsync(cancellation);
    }

    private static string DataFolderOf(LocalRunOptions options, string folder) =>
        options.Data?.FullName ?? Path.Combine(folder, ".local", "azurite");

    internal static WebApplication Build(string connectionString, int port, Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WebPipeline.LargestBody;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connectionString : null);
        builder.Services.AddApplication(storage, OptionsOf(address)).AddWeb()
            .AddHostedService<LocalTimers>()
            .AddDevelopmentSignIn()
            // The limits are raised, because tools that measure the app send as many requests in minutes as people send in a year.
            .AddSingleton(RateLimits.Default with { Uploads = 100_000, Publications = 100_000 })
            .AddSingleton(new OwnOrigins([$"http://localhost:{port}", $"http://127.0.0.1:{port}"]));
        var app = builder.Build();
        app.UseWeb();
        app.MapWeb();
        app.MapLocalSite();
        return app;
    }

    private static SiteOptions OptionsOf(Uri address)
    {
        var options = SiteSettings.ReadPublished(Environment.GetEnvironmentVariable, address);
        return options with { DataLicense = options.DataLicense ?? SiteSettings.LocalLicense };
    }

    private async Task PrepareAsync(WebApplication app, string sampleFolder, CancellationToken cancellation)
    {
        var services = app.Services;
        await services.GetRequiredService<CityStorage>().EnsureCreatedAsync(cancellation);
        await PrintAsync("Finishing work that an earlier run left unfinished, if any");
        foreach (var line in await services.GetRequiredService<Sweeper>().SweepAsync(TimeSpan.Zero, cancellation))
            await PrintAsync($"Left over from an earlier run: {line}");
        var samples = new SampleYear(
            services.GetRequiredService<YearStore>(), services.GetRequiredService<CurrentStore>(),
            services.GetRequiredService<Acceptance>(), register, output);
        await PrintAsync("Loading the sample workbooks");
        var loaded = await samples.LoadAsync(sampleFolder, cancellation);
        await PrintAsync(loaded == 0 ? "The store already contains submissions" : $"{loaded} workbooks ingested");
        await PrintLicenseAsync(services.GetRequiredService<SiteOptions>().DataLicense);
        await PrintAsync("Publishing");
        var publisher = services.GetRequiredService<Publisher>();
        publisher.Progressed = PrintProgress;
        var publication = await publisher.PublishAsync(Triggers.Command, "local run", cancellation);
        await PrintAsync(Describe(publication));
    }

    private Task PrintLicenseAsync(Uri? license) => license == SiteSettings.LocalLicense
        ? PrintAsync($"The data has the licence CC BY 4.0 ({license}); set DATA_LICENSE to use another")
        : PrintAsync($"The data has the licence {license}");

    // Prints the progress of every publication, including those that people request while the app runs.
    private void PrintProgress(Publication row)
    {
        if (row.Stage is { } stage)
            output.WriteLine(
                $"  {stage.ToString().ToLowerInvariant()}: {row.Rendered} rendered, {row.Written} written, {row.Removed} removed");
    }

    private static string Describe(Publication publication) => publication.State switch
    {
        PublicationState.Live =>
            $"Site published: {publication.Rendered} files rendered, {publication.Written} written, {publication.Removed} removed",
        PublicationState.Unchanged => "Site unchanged since the last publication",
        _ => $"Not published ({publication.State}): {publication.Message}",
    };

    private async Task PrintAddressesAsync(int port)
    {
        var home = $"http://localhost:{port}/";
        await PrintAsync("Ready");
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  Public site   {home}");
        await output.WriteLineAsync($"  Portal        {home}staff/ (development sign-in: choose a role)");
        await output.WriteLineAsync($"  Interface     {home}api/departments");
        await output.WriteLineAsync();
        await output.WriteLineAsync("  Ctrl-C stops everything.");
    }

    private Task PrintAsync(string what) => output.WriteLineAsync($"[{Stopwatch.GetElapsedTime(startedAt).TotalSeconds,5:F1} s] {what}");

    // Checks the port before anything starts, to report a port in use with one sentence. Kestrel, the web server, would print sixty lines.
    private static void EnsureFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw new IOException($"Port {port} cannot be used ({taken.Message}). Name another with --port, or 0 for a free one.", taken);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
