using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// What the ten-minute timer does: it records the metrics that the alerts read, sweeps, and then does the work of a night that was missed.
/// </summary>
public sealed class RegularSweep(
    Sweeper sweeper, MissedNight missed, Purger purger, HealthCheck health, CityTelemetry telemetry, TimeProvider time)
{
    /// <returns>What was done, a line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        using var activity = CityTelemetry.Activities.StartActivity("sweep");
        // First, because the sweep may be cut short, and the alert would take missing samples for a stopped timer.
        await MeasureAsync(cancellation);
        return [.. await sweeper.SweepAsync(Sweeper.MinimumAge, cancellation), .. await missed.MakeUpAsync(cancellation)];
    }

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        if (await health.LookAsync(cancellation) is not StorageHealth.Good good)
            return;
        var purges = (await purger.HistoryAsync(cancellation)).Where(p => p.State == PurgeState.Requested);
        telemetry.RecordAges(good, purges.Min(p => (DateTimeOffset?)p.RequestedAt), time.GetUtcNow());
    }
}
