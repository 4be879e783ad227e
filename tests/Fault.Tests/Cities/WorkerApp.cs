using System.Globalization;
using System.Net;
using KawasakiServerless.Application;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>
/// Runs the real worker (the .NET process that is deployed to Azure Functions) in a separate process, so that a test can kill it by
/// SIGKILL.
/// </summary>
internal sealed class WorkerApp(FunctionsHost host) : ICityApp
{
    public Uri Address => host.Address;

    public string Output => host.Output;

    /// <param name="storage">The connection string of the store.</param>
    /// <param name="ahead">How far the worker's clock is ahead of the machine's clock.</param>
    public static async Task<WorkerApp> StartAsync(string storage, TimeSpan ahead)
    {
        var host = await FunctionsHost.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storage,
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["WEBSITE_HOSTNAME"] = CityView.Address.Host,
            ["SITE_URL"] = CityView.Address.AbsoluteUri,
            ["DATA_LICENSE"] = AppProcess.License,
            ["NIGHTLY_SCHEDULE"] = Schedules.Nightly,
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Setting] = ahead.ToString("c", CultureInfo.InvariantCulture),
            // The process ends too soon for tiered recompilation and concurrent garbage collection to pay off.
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            // A full run (`FAULTS=all`) starts hundreds of workers. The published worker is compiled ahead of time, so each of them starts
            // faster.
        }, FaultTests.AreFull ? await PublishedWorker.FolderAsync() : null);
        await PreparedAsync(host);
        return new(host);
    }

    public Task FireAsync(string function) => host.RunTimerAsync(function);

    public Task KillAsync() => host.KillAsync();

    /// <summary>Stops the worker as the Functions host does.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> TerminateAsync(TimeSpan grace) => host.TerminateAsync(grace);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    // Waits until the worker has prepared its storage. Until then, the worker answers every request with 503.
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
