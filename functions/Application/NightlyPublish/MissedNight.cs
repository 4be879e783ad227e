using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// Runs the nightly work when its timer did not fire. Timers have stopped silently after deployments, so this class has no timer of its
/// own: the sweep (a timer every ten minutes) calls it and, in case that timer has stopped too, so does <see cref="MissedNightCheck"/> on
/// HTTP requests.
/// </summary>
public sealed class MissedNight(PublicationStore publications, NightlyRun nightly, TimeProvider time, ILogger<MissedNight> log)
{
    /// <returns>One log line for each action; empty when the nightly run is not overdue.</returns>
    public async Task<IReadOnlyList<string>> MakeUpAsync(CancellationToken cancellation)
    {
        if (!Nights.IsOverdue(await publications.HistoryAsync(cancellation), time.GetUtcNow()))
            return [];
        log.LogWarning("The nightly run is overdue and starts now");
        return await nightly.RunAsync(cancellation);
    }
}
