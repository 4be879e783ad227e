using System.Net;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.Tests.Faults;

namespace KawasakiServerless.Application.Tests.Health;

[Collection(SharedAzurite.Name)]
public sealed class HealthTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();
    private readonly HandClock clock = new();

    [Fact]
    public async Task TheHealthCheckReportsGoodWhenStorageCanBeReadAndWritten()
    {
        await using var city = await OpenAsync();

        Assert.Equal(new StorageHealth.Good(null, null, null), await CheckAsync(city));
    }

    [Fact]
    public async Task TheHealthCheckReportsStorageThatCannotBeReached()
    {
        await using var city = await OpenAsync();
        network.IsCut = _ => true;

        Assert.IsType<StorageHealth.Unreachable>(await CheckAsync(city));
    }

    [Theory]
    [InlineData("/Publications", HttpStatusCode.Forbidden)]
    [InlineData("/locks/", HttpStatusCode.Forbidden)]
    [InlineData("/locks/", HttpStatusCode.InternalServerError)]
    [InlineData("/locks/", HttpStatusCode.InsufficientStorage)]
    [InlineData("", HttpStatusCode.Conflict)]
    public async Task AStoreThatRefusesWritesIsReadOnly(string path, HttpStatusCode refusal)
    {
        await using var city = await OpenAsync();
        network.Refusal = r =>
            r.Method != HttpMethod.Get && r.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) ? refusal : null;

        Assert.IsType<StorageHealth.ReadOnly>(await CheckAsync(city));
    }

    [Fact]
    public async Task TheResultOfAHealthCheckIsReusedForSomeSecondsOnly()
    {
        await using var city = await OpenAsync();
        await CheckAsync(city);
        network.IsCut = _ => true;

        clock.Advance(HealthCheck.KeptFor - TimeSpan.FromTicks(1));
        Assert.IsType<StorageHealth.Good>(await CheckAsync(city));
        Assert.Equal(0, network.Refused);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.IsType<StorageHealth.Unreachable>(await CheckAsync(city));
        network.IsCut = _ => false;
        clock.Advance(HealthCheck.KeptFor);
        Assert.IsType<StorageHealth.Good>(await CheckAsync(city));
    }

    [Fact]
    public async Task FiftySimultaneousHealthChecksWriteToStorageOnce()
    {
        var writes = 0;
        await using var city = await OpenAsync();
        network.Refusal = r =>
        {
            if (r.RequestUri!.AbsolutePath.EndsWith("/locks/health", StringComparison.Ordinal))
                Interlocked.Increment(ref writes);
            return null;
        };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CheckAsync(city)));

        Assert.Equal(1, writes);
    }

    [Fact]
    public async Task ACancelledHealthCheckDoesNotCancelTheCheckOfOtherCallers()
    {
        await using var city = await OpenAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => city.Get<HealthCheck>().CheckAsync(gone.Token));

        Assert.IsType<StorageHealth.Good>(await CheckAsync(city));
    }

    private Task<City> OpenAsync() => City.OpenAsync(azurite, clock, network);

    private static Task<StorageHealth> CheckAsync(City city) => city.Get<HealthCheck>().CheckAsync(default);

    // A clock that the test advances. Its timers are the machine's, so that code under test does not wait for the test to advance it.
    private sealed class HandClock : TimeProvider
    {
        private long ticks = System.GetTimestamp();

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref ticks);

        public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
    }
}
