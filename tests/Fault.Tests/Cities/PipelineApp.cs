using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>
/// The app's HTTP pipeline and use cases within the test process, where they start quickly. All that an app leaves behind is in storage. So
/// an app that nobody uses any more, and whose storage calls no longer arrive, is as dead as a killed process.
/// </summary>
internal sealed class PipelineApp(PipelineServer server, KeptLog log) : ICityApp
{
    public Uri Address => server.Address;

    public string Output => log.ToString();

    /// <param name="storage">The connection string of the store.</param>
    /// <param name="ahead">How far the app's clock is ahead of the machine's clock.</param>
    public static async Task<PipelineApp> StartAsync(string storage, TimeSpan ahead)
    {
        var kept = new KeptLog();
        var started = PipelineServer.Build(storage, kept, services => services
            .AddStartUp(new(FiscalYear.Of(2018), CityView.Register))
            .AddSingleton<TimeProvider>(new ClockAhead(TimeProvider.System, ahead)));
        await started.StartAsync();
        if (!await started.Get<Preparation>().IsReadyAsync(default))
            throw new InvalidOperationException($"Storage was not prepared:\n{kept}");
        return new(started, kept);
    }

    public Task FireAsync(string function) => function switch
    {
        "Sweep" => server.Get<RegularSweep>().RunAsync(default),
        "NightlyPublish" => server.Get<NightlyRun>().RunAsync(default),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No timer has this name."),
    };

    // Does nothing, because the app is dead already: MortalCity has cut it off from storage.
    public Task KillAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
