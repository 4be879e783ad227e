using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// The work of the ten-minute timer: records the metrics that the alerts read, finishes interrupted work, and then makes up for a missed
/// nightly run.
/// </summary>
public sealed class RegularSweep(
    Sweeper sweeper, MissedNight missed, Purger purger, HealthCheck health, CityTelemetry telemetry, TimeProvider time)
{
    /// <returns>One log line for each action.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        using var activity = CityTelemetry.Activities.StartActivity("sweep");
        // The metrics are recorded first, because the work below may fail or be aborted. If samples of the metrics were missing, operators
        // would get the alert that the timer has stopped.
        await MeasureAsync(cancellation);
        return [.. await sweeper.SweepAsync(Sweeper.MinimumAge, cancellation), .. await missed.MakeUpAsync(cancellation)];
    }

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        if (await health.CheckAsync(cancellation) is not StorageHealth.Good good)
            return;
        var purges = (await purger.HistoryAsync(cancellation)).Where(p => p.State == PurgeState.Requested);
        telemetry.RecordAges(good, purges.Min(p => (DateTimeOffset?)p.RequestedAt), time.GetUtcNow());
    }
}
