using KawasakiServerless.Application;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Settings;
using NCrontab;

namespace KawasakiServerless.Local.LocalRun;

/// <summary>
/// Runs the nightly publication and the sweep (which resumes interrupted work) in the local run, on the same schedules as the timers of the
/// Functions host in Azure.
/// </summary>
public sealed class LocalTimers(NightlyRun nightly, RegularSweep sweep, TimeProvider time, ILogger<LocalTimers> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RunAsync("NightlyPublish", Nightly(), nightly.RunAsync, stoppingToken),
        RunAsync("Sweep", ScheduleSettings.Parse(Schedules.Sweep), sweep.RunAsync, stoppingToken));

    private static CrontabSchedule Nightly() =>
        ScheduleSettings.Nightly(Environment.GetEnvironmentVariable) ?? ScheduleSettings.Parse(Schedules.Nightly);

    private async Task RunAsync(
        string function, CrontabSchedule schedule, Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            await Task.Delay(schedule.GetNextOccurrence(now.UtcDateTime) - now.UtcDateTime, time, cancellation);
            await RunOnceAsync(function, run, cancellation);
        }
    }

    // Logs a failure of a run and continues, because a failed run must not end the timers. The work is tried again at the next scheduled
    // time.
    private async Task RunOnceAsync(
        string function, Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        try
        {
            await run(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "{Function} failed", function);
        }
    }
}
