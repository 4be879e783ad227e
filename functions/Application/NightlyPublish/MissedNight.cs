using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// Notices a night whose timer did not fire, without a timer of its own: timers have stopped silently after deployments. The sweep and
/// the publications that people ask for look here, and run the night's work when it is overdue.
/// </summary>
public sealed class MissedNight(PublicationStore publications, NightlyRun nightly, TimeProvider time, ILogger<MissedNight> log)
{
    /// <returns>What was done, a line each; nothing when the last night has run.</returns>
    public async Task<IReadOnlyList<string>> MakeUpAsync(CancellationToken cancellation)
    {
        if (!Nights.IsOverdue(await publications.HistoryAsync(cancellation), time.GetUtcNow()))
            return [];
        log.LogWarning("The nightly run is overdue; it runs now");
        return await nightly.RunAsync(cancellation);
    }
}
