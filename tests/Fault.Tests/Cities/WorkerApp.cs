using System.Globalization;
using System.Net;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>The real worker as a process of its own; it is killed by SIGKILL.</summary>
internal sealed class WorkerApp(FunctionsHost host) : ICityApp
{
    public Uri Address => host.Address;

    public string Output => host.Output;

    /// <param name="storage">A connection string.</param>
    /// <param name="ahead">How far its clock is ahead.</param>
    public static async Task<WorkerApp> StartAsync(string storage, TimeSpan ahead)
    {
        var host = await FunctionsHost.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storage,
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["WEBSITE_HOSTNAME"] = CityView.Address.Host,
            ["SITE_URL"] = CityView.Address.AbsoluteUri,
            ["DATA_LICENSE"] = AppProcess.License,
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Setting] = ahead.ToString("c", CultureInfo.InvariantCulture),
            // The process ends too soon for recompilation to pay off.
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            // A full run starts hundreds of workers; compiled ahead, each starts faster.
        }, FaultTests.AreFull ? await PublishedWorker.FolderAsync() : null);
        await PreparedAsync(host);
        return new(host);
    }

    public Task FireAsync(string function) => host.RunTimerAsync(function);

    public Task KillAsync() => host.KillAsync();

    /// <summary>Stops it as the Functions host does.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> TerminateAsync(TimeSpan grace) => host.TerminateAsync(grace);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    // Until the worker has prepared its storage it answers 503.
    private static async Task PreparedAsync(FunctionsHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        HttpStatusCode status;
        do
        {
            using var answer = await http.GetAsync("/api/nothing");
            status = answer.StatusCode;
        }
        while (status == HttpStatusCode.ServiceUnavailable);
    }
}
