using System.Text.Json;
using KawasakiServerless.Functions.NightlyPublish;
using KawasakiServerless.Functions.Sweep;
using NCrontab;

namespace KawasakiServerless.Functions.LocalRun;

/// <summary>Runs the timers of the function.json files, as the Functions host does.</summary>
public sealed class LocalTimers(NightlyPublishFunction nightly, SweepFunction sweep, TimeProvider time, ILogger<LocalTimers> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RunAsync("NightlyPublish", nightly.RunAsync, stoppingToken),
        RunAsync("Sweep", sweep.RunAsync, stoppingToken));

    /// <summary>The schedule of a function: six fields, in UTC.</summary>
    public static CrontabSchedule ScheduleOf(string function)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, function, "function.json")));
        var schedule = json.RootElement.GetProperty("bindings")[0].GetProperty("schedule").GetString();
        return CrontabSchedule.Parse(LocalAppSettings.Expand(schedule!), new CrontabSchedule.ParseOptions { IncludingSeconds = true });
    }

    private async Task RunAsync(string function, Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        var schedule = ScheduleOf(function);
        while (!cancellation.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            await Task.Delay(schedule.GetNextOccurrence(now.UtcDateTime) - now.UtcDateTime, time, cancellation);
            await RunOnceAsync(function, run, cancellation);
        }
    }

    // The next tick tries again, as the host would; one failed night must not end the timers.
    private async Task RunOnceAsync(string function, Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        try
        {
            foreach (var line in await run(cancellation))
                log.LogInformation("{Function}: {Done}", function, line);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "{Function} failed", function);
        }
    }
}
