using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>
/// The app's pipeline and use cases in this process, which start in a moment. Storage is all that outlives an app: one whose calls no
/// longer arrive, and which nobody reads any more, is dead to the city as a killed process is.
/// </summary>
internal sealed class PipelineApp(PipelineServer server, KeptLog log) : ICityApp
{
    public Uri Address => server.Address;

    public string Output => log.ToString();

    /// <param name="storage">A connection string.</param>
    /// <param name="ahead">How far its clock is ahead.</param>
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

    // It is dead already: nothing that it sends arrives.
    public Task KillAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
