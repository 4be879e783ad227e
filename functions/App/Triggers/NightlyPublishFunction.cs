using KawasakiServerless.Application;
using KawasakiServerless.Application.NightlyPublish;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>
/// Timer trigger for the nightly publication, by default at 02:00 Japan time. The Functions host may fire it late or twice; a second run
/// finds nothing to change on the site.
/// </summary>
public sealed class NightlyPublishFunction(NightlyRun nightly, TimerWork work)
{
    [Function("NightlyPublish")]
    [ExponentialBackoffRetry(3, "00:00:30", "00:10:00")]
    public Task RunAsync([TimerTrigger(Schedules.NightlySetting, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        work.RunAsync(nightly.RunAsync, cancellation);
}
