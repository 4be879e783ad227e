using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Telemetry;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// What the ten-minute timer does: the sweep, then the work of a night that was missed. It measures what alerts are raised from, so that
/// silence is told from health.
/// </summary>
public sealed class RegularSweep(Sweeper sweeper, MissedNight missed, HealthCheck health, CityTelemetry telemetry, TimeProvider time)
{
    /// <returns>What was done, a line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        using var activity = CityTelemetry.Activities.StartActivity("sweep");
        try
        {
            return [.. await sweeper.SweepAsync(Sweeper.MinimumAge, cancellation), .. await missed.MakeUpAsync(cancellation)];
        }
        finally
        {
            if (!cancellation.IsCancellationRequested && await health.LookAsync(cancellation) is StorageHealth.Good good)
                telemetry.Waited(good, time.GetUtcNow());
        }
    }
}
