using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Tests.NightlyPublish;

/// <summary>
/// If the timer of the nightly run (which publishes the site) did not fire, the next sweep (another timer) or any request notices this, and
/// the app makes up for the run.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class MissedNightTests(SharedAzurite azurite)
{
    private readonly AheadClock clock = new();

    [Fact]
    public async Task TheSweepMakesUpForAMissedNightlyRunOnce()
    {
        await using var city = await OpenAsync();
        clock.Ahead = TimeSpan.FromHours(27);

        var first = await city.Get<RegularSweep>().RunAsync(default);
        var second = await city.Get<RegularSweep>().RunAsync(default);

        Assert.Contains(first, line => line.StartsWith("publication ", StringComparison.Ordinal));
        Assert.Empty(second);
        Assert.Equal(2, await NightsAsync(city));
    }

    [Fact]
    public async Task TheFirstNightlyRunIsMadeUpForIfItsTimerNeverFired()
    {
        await using var city = await City.OpenAsync(azurite, clock);
        await city.PublishAsync(Triggers.Request);
        clock.Ahead = TimeSpan.FromHours(27);

        var overdue = Assert.IsType<StorageHealth.Good>(await city.Get<HealthCheck>().CheckAsync(default));
        await city.Get<RegularSweep>().RunAsync(default);

        Assert.Equal((null, true), (overdue.LastNight, overdue.IsNightOverdue));
        Assert.Equal(1, await NightsAsync(city));
    }

    [Fact]
    public async Task TheSweepDoesNotRepeatANightlyRunThatWasNotMissed()
    {
        await using var city = await OpenAsync();
        clock.Ahead = TimeSpan.FromHours(25);

        Assert.Empty(await city.Get<RegularSweep>().RunAsync(default));
        Assert.Equal(1, await NightsAsync(city));
    }

    [Fact]
    public async Task ARequestStartsEachMissedNightlyRunInTheBackground()
    {
        await using var city = await OpenAsync();
        clock.Ahead = TimeSpan.FromHours(27);

        city.Get<MissedNightCheck>().StartIfDue();
        city.Get<MissedNightCheck>().StartIfDue();
        await RunRequestedAsync(city);
        Assert.Equal(2, await NightsAsync(city));

        clock.Ahead += TimeSpan.FromHours(27);
        city.Get<MissedNightCheck>().StartIfDue();
        await RunRequestedAsync(city);
        Assert.Equal(3, await NightsAsync(city));
    }

    [Fact]
    public async Task TheHealthCheckReportsTheLastNightlyRunAndWhetherOneIsOverdue()
    {
        await using var city = await OpenAsync();
        var last = (await city.NewestAsync()).FinishedAt;

        var well = Assert.IsType<StorageHealth.Good>(await city.Get<HealthCheck>().CheckAsync(default));
        clock.Ahead = TimeSpan.FromHours(27);
        var overdue = Assert.IsType<StorageHealth.Good>(await city.Get<HealthCheck>().CheckAsync(default));

        Assert.Equal((last, false), (well.LastNight, well.IsNightOverdue));
        Assert.Equal((last, true), (overdue.LastNight, overdue.IsNightOverdue));
    }

    // Opens a city and does its nightly run once. The run is fast, because no year is released and therefore nothing is published.
    private async Task<City> OpenAsync()
    {
        var city = await City.OpenAsync(azurite, clock);
        await city.Get<NightlyRun>().RunAsync(default);
        return city;
    }

    // Runs the requested work, which in the app a background service would run. Here no such service is running.
    private static async Task RunRequestedAsync(City city)
    {
        await using var requested = city.Get<RequestedWork>().ReadAllAsync(default).GetAsyncEnumerator();
        Assert.True(await requested.MoveNextAsync());
        Assert.Equal("Missed night", requested.Current.Name);
        await requested.Current.Run(default);
    }

    private static async Task<int> NightsAsync(City city) =>
        (await city.Get<PublicationStore>().HistoryAsync(default)).Count(p => p.Trigger == Triggers.Nightly);

    /// <summary>The machine's clock, put forward by a time that the test sets.</summary>
    private sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * System.TimestampFrequency);

        public override long TimestampFrequency => System.TimestampFrequency;
    }
}
