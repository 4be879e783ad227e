using KawasakiServerless.Application.Sweep;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>What the ten-minute timer does: the sweep, then the work of a night that was missed.</summary>
public sealed class RegularSweep(Sweeper sweeper, MissedNight missed)
{
    /// <returns>What was done, a line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation) =>
    [
        .. await sweeper.SweepAsync(Sweeper.MinimumAge, cancellation),
        .. await missed.MakeUpAsync(cancellation),
    ];
}
