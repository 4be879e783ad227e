using System.Collections.Concurrent;
using System.Diagnostics;
using KawasakiServerless.Application;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Local.LocalRun;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KawasakiServerless.Local.Tests.LocalRun;

/// <summary>
/// Tests the timers of the local run with a clock whose timers fire only when the test says so. The store has no tables, so every run
/// fails.
/// </summary>
public sealed class LocalTimersTests : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new() { Stores = 2 };

    public Task InitializeAsync() => azurite.InitializeAsync();

    public Task DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task EachTimerStartsItsRunAtItsTimeAlsoAfterARunFailed()
    {
        var (clock, log) = (new HandClock(new(2026, 4, 1, 16, 45, 0, TimeSpan.Zero)), new KeptLog());
        using var test = new Activity(nameof(LocalTimersTests)).Start();
        var runs = new ConcurrentQueue<(string Time, string Run)>();
        using var listener = Listen(started =>
        {
            if (started.TraceId == test.TraceId && started.OperationName is "night" or "sweep")
                runs.Enqueue((clock.GetUtcNow().ToString("HH:mm", null), started.OperationName));
        });
        await using var services = Services(clock, log);
        using var timers = ActivatorUtilities.CreateInstance<LocalTimers>(services);

        await timers.StartAsync(default);
        await clock.SetAsync(2);
        for (var fired = 0; fired < 5; fired++)
            await clock.FireNextAsync();
        await timers.StopAsync(default);

        Assert.Equal(
            [("16:50", "sweep"), ("17:00", "night"), ("17:00", "sweep"), ("17:10", "sweep"), ("17:20", "sweep")], runs.Order());
        Assert.Contains("fail: NightlyPublish failed", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("fail: Sweep failed", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLocalRunHasTheTimers()
    {
        await using var app = LocalApp.Build(azurite.NewStore(), 0, new("http://localhost/"));

        Assert.Single(app.Services.GetServices<IHostedService>().OfType<LocalTimers>());
    }

    private static ActivityListener Listen(Action<Activity> started)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CityTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = started,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private ServiceProvider Services(TimeProvider clock, KeptLog log)
    {
        var connection = azurite.NewStore();
        return new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddApplication(
                StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null),
                new SiteOptions(new("https://care.example/")))
            .AddSingleton(clock)
            .BuildServiceProvider();
    }

    /// <summary>
    /// A clock that the test moves from the end of one timer to the end of the next. Short timers, which the runs set, are the machine's.
    /// </summary>
    private sealed class HandClock(DateTimeOffset start) : TimeProvider
    {
        private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

        private readonly Lock gate = new();
        private readonly List<(DateTimeOffset Due, Action Fire)> timers = [];
        private readonly SemaphoreSlim set = new(0);
        private DateTimeOffset now = start;

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < Shortest)
                return System.CreateTimer(callback, state, dueTime, period);
            lock (gate)
                timers.Add((now + dueTime, () => callback(state)));
            set.Release();
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Waits until the given number of timers has been set since the last call.</summary>
        public async Task SetAsync(int count)
        {
            for (var one = 0; one < count; one++)
                Assert.True(await set.WaitAsync(TimeSpan.FromMinutes(1)), "No timer was set.");
        }

        /// <summary>Moves the time to the end of the next timer, fires it, and waits until a timer is set again.</summary>
        public Task FireNextAsync()
        {
            (DateTimeOffset Due, Action Fire) next;
            lock (gate)
            {
                next = timers.MinBy(t => t.Due);
                timers.Remove(next);
                now = next.Due;
            }

            next.Fire();
            return SetAsync(1);
        }
    }
}
