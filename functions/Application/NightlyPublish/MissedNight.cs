using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// Detects a nightly run whose timer did not fire, without needing a timer itself: timers have stopped silently after deployments. The
/// sweep and requested publications call this class, which runs the nightly work when it is overdue.
/// </summary>
public sealed class MissedNight(PublicationStore publications, NightlyRun nightly, TimeProvider time, ILogger<MissedNight> log)
{
    /// <returns>A line for each action; empty when the last nightly run is not overdue.</returns>
    public async Task<IReadOnlyList<string>> MakeUpAsync(CancellationToken cancellation)
    {
        if (!Nights.IsOverdue(await publications.HistoryAsync(cancellation), time.GetUtcNow()))
            return [];
        log.LogWarning("The nightly run is overdue and starts now");
        return await nightly.RunAsync(cancellation);
    }
}
