using KawasakiServerless.Application;
using KawasakiServerless.Application.NightlyPublish;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>
/// Timer trigger, every ten minutes: records the metrics for alerts, resumes work that a crash interrupted, and makes up for a nightly run
/// whose timer did not fire.
/// </summary>
public sealed class SweepFunction(RegularSweep sweep, TimerWork work)
{
    [Function("Sweep")]
    [FixedDelayRetry(1, "00:00:30")]
    public Task RunAsync([TimerTrigger(Schedules.Sweep, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        work.RunAsync(sweep.RunAsync, cancellation);
}
