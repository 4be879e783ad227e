using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using static KawasakiServerless.Application.Tests.Purging.PurgedCity;

namespace KawasakiServerless.Application.Tests.Purging;

/// <summary>
/// If the first attempt of a newly requested purge cannot run, it is tried again soon, without waiting for the next sweep (the timer that
/// resumes unfinished work).
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class PurgeRetryTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task ARequestedPurgeTriesAgainSoonIfAnotherPublisherHeldTheLock()
    {
        var clock = new TimedClock { Over = Purger.TurnsApart };
        await using var city = await City.OpenAsync(azurite, clock);
        await city.ReportAsync(Other, Secret);
        var purge = (await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default))!;
        var other = (await PublishLock.TryTakeAsync(city.Storage, TimeProvider.System, default))!;
        // The other publication ends before the purge tries for the second time.
        clock.Started = length => (length == Purger.TurnsApart ? other.DisposeAsync().AsTask() : Task.CompletedTask).Wait();

        await city.Get<Purger>().RunSoonAsync(purge, default);

        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
    }

    [Fact]
    public async Task APurgeThatIsRequestedAgainBeforeItHasEndedIsTheSamePurge()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync(Other, Secret);
        var purger = city.Get<Purger>();
        var first = (await purger.RequestAsync("zaisei-0002", "the coordinator", default))!;

        var again = await purger.RequestAsync("zaisei-0002", "another coordinator", default);
        var other = await purger.RequestAsync("zaisei-0001", "another coordinator", default);

        Assert.Equal((first.Id, "the coordinator"), (again?.Id, again?.Who));
        Assert.Equal([other!.Id, first.Id], (await purger.HistoryAsync(default)).Select(p => p.Id));
    }

    [Fact]
    public async Task ASweepDuringAPurgeDoesNotOverwriteItsFinalState()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var purge = (await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default))!;
        var met = 0;
        network.IsCut = request =>
        {
            // A sweep runs while the purge deletes files. It finds the publish lock taken, and notes in the purge's row that the purge has
            // to wait.
            if (PublishedCity.Named(request).StartsWith("DELETE submissions/", StringComparison.Ordinal)
                && Interlocked.Exchange(ref met, 1) == 0)
                Task.Run(() => city.Get<Purger>().RunUnfinishedAsync(default)).GetAwaiter().GetResult();
            return false;
        };

        var ended = await city.Get<Purger>().RunAsync(purge, default);

        Assert.Equal((PurgeState.Done, 1), (ended.State, met));
        Assert.Null(ended.Message);
    }
}
