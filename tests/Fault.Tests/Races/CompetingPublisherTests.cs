using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Races;

/// <summary>
/// Tests publishers (processes that publish the site) that run at the same time, are overtaken by another one, die before they have
/// finished, or have a clock that jumps.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class CompetingPublisherTests(SharedAzurite azurite) : IAsyncLifetime
{
    // The page of an initiative that every report of these tests changes.
    private const string Changed = "initiatives/zaisei-0001/index.html";

    private readonly string store = azurite.NewStore();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Stores.EmptyAsync(store);

    [Fact]
    public async Task FivePublishersAtOncePublishTheSiteOnce()
    {
        await using var city = await ReleasedAsync();
        var others = Enumerable.Range(1, 4).Select(_ => new CityView(store)).ToList();

        var ended = await Task.WhenAll(
            others.Append(city).Select(c => c.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default)));

        Assert.Contains(ended, p => p.State == PublicationState.Live);
        Assert.All(
            ended, p => Assert.True(p.State is PublicationState.Live or PublicationState.Requested or PublicationState.Unchanged, $"{p}"));
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Single(await city.Get<PublicationStore>().HistoryAsync(default), p => p.State == PublicationState.Live);
        Assert.Single((await city.Get<ChangeStore>().ReadHistoryAsync()).History.Publications);
        await NightAsync(city);
        foreach (var other in others)
            await other.DisposeAsync();
    }

    [Fact]
    public async Task APublisherThatLostItsLockDoesNotOverwriteTheSiteOfTheNextOne()
    {
        var network = new HookedNetwork();
        await using var thief = await ReleasedAsync();
        await thief.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        await ReportAsync(thief, (1, "一"), (2, "二"));
        await using var proxy = await StorageProxy.StartAsync(store, network);
        await using var robbed = new CityView(proxy.ConnectionString);
        var before = await ManifestAsync(thief);
        var (stolen, theft) = (0, new TaskCompletionSource<Publication>());
        network.Before = async call =>
        {
            if (call is { Kind: "PUT $web", Resource: Changed } && Interlocked.Exchange(ref stolen, 1) == 0)
                theft.SetResult(await StealAsync(thief));
        };

        var lost = await robbed.Get<Publisher>().PublishAsync(Triggers.Request, "the robbed", default);
        network.Before = _ => Task.CompletedTask;

        Assert.True(theft.Task.IsCompletedSuccessfully);
        Assert.Equal((PublicationState.Live, PublicationState.Requested), ((await theft.Task).State, lost.State));
        // The robbed publisher sees that it has lost its lock when it finds the first file of the thief. Until then it may write files that
        // the thief left as they were; the sweep repairs them.
        Assert.DoesNotContain(network.Seen, call => call is { Kind: "PUT $web", Resource: "index.html" });
        var (after, live) = (await ManifestAsync(thief), await thief.Get<LiveSite>().ListAsync(default));
        var ofTheThief = after.Files.Where(f => !LiveSite.Equals(before.Files.GetValueOrDefault(f.Key), f.Value)).ToList();
        Assert.Contains(ofTheThief, f => f.Key == Changed);
        Assert.All(ofTheThief, f => Assert.True(LiveSite.Equals(f.Value, live.GetValueOrDefault(f.Key)), f.Key));
        await thief.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        await NightAsync(thief);
    }

    [Fact]
    public async Task NewFilesAreWrittenBeforeExistingFilesThatMayLinkToThem()
    {
        var network = new HookedNetwork();
        await using var city = await ReleasedAsync();
        await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        var there = (await city.Get<LiveSite>().ListAsync(default)).Keys.ToHashSet(StringComparer.Ordinal);
        await ReportAsync(city, (1, "一"), (2, "二"), (3, "三"));
        await using var proxy = await StorageProxy.StartAsync(store, network);
        await using var slow = new CityView(proxy.ConnectionString);

        await slow.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);

        var written = network.Seen.Where(c => c.Kind == "PUT $web").Select(c => there.Contains(c.Resource)).ToList();
        Assert.Contains(false, written);
        Assert.Equal(written.Order(), written);
    }

    [Fact]
    public async Task APublicationThatCrashedAfterItsCommitIsFinishedBeforeTheNextOne()
    {
        await using var city = await ReleasedAsync();
        var publications = city.Get<PublicationStore>();
        var live = await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        await publications.UpdateAsync(
            live with { State = PublicationState.Running, Fingerprint = null, Manifest = null, FinishedAt = null }, default);
        await ReportAsync(city, (1, "一"), (2, "二"));

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);

        var stored = await city.Get<ChangeStore>().ReadHistoryAsync();
        Assert.Equal([2, 1], stored.History.Publications.Select(p => p.Number));
        Assert.NotEqual(live.Id, stored.Newest?.Publication);
        Assert.Equal((PublicationState.Live, live.Id),
            ((await publications.FindAsync(live.Id, default))?.State, (await publications.FindAsync(live.Id, default))?.Manifest));
        await NightAsync(city);
    }

    [Fact]
    public async Task PublicationsGoLiveInTheirOrderAlthoughTheClockJumps()
    {
        var clock = new SteppedClock();
        await using var city = await ReleasedAsync(clock);
        var now = clock.Now;
        await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        foreach (var (days, text) in new[] { (40, "未来"), (-3, "過去"), (0, "現在"), (0, "現在"), (-3, "過去") })
        {
            clock.Now = now.AddDays(days);
            await ReportAsync(city, (1, text));
            await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
            Assert.Contains(text, await TextAsync(city), StringComparison.Ordinal);
        }

        await NightAsync(city);
    }

    [Fact]
    public async Task APublicationMadeWithAClockAheadIsNotTakenForTheLastOne()
    {
        var clock = new SteppedClock();
        await using var city = await ReleasedAsync(clock);
        var now = clock.Now;
        foreach (var (days, initiatives) in new (int, (int, string)[])[] { (40, [(1, "一")]), (0, [(1, "一"), (2, "二")]), (0, [(1, "一")]) })
        {
            clock.Now = now.AddDays(days);
            await ReportAsync(city, initiatives);
            await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        }

        Assert.False(await city.Storage.Web.Client.GetBlobClient("initiatives/zaisei-0002/index.html").ExistsAsync());
        await NightAsync(city);
    }

    private async Task<CityView> ReleasedAsync(TimeProvider? time = null)
    {
        var city = new CityView(store, time);
        await city.Storage.EnsureCreatedAsync(default);
        await city.Get<YearStore>().OpenAsync(FiscalYear.Of(2018), CityView.Register, default);
        await city.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await ReportAsync(city, (1, "零"));
        return city;
    }

    private static async Task ReportAsync(
        CityView city, params IEnumerable<(int Number, string Text)> initiatives) => await city.Get<Acceptance>().AcceptAsync(
        new((await city.Get<YearStore>().FindAsync(FiscalYear.Of(2018), default))!, Register.Of2018.Department("zaisei"),
            SmallWorkbook.Of("zaisei", initiatives), null, "a clerk"),
        default);

    /// <summary>Breaks the lease of the publisher that holds the lock, and publishes another site.</summary>
    private static async Task<Publication> StealAsync(CityView thief)
    {
        await thief.Storage.Locks.Client.GetBlobClient("publish").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await ReportAsync(thief, (1, "三"), (3, "四"));
        return await thief.Get<Publisher>().PublishAsync(Triggers.Request, "the thief", default);
    }

    /// <summary>Returns the manifest of the last live publication.</summary>
    private static async Task<Manifest> ManifestAsync(CityView city)
    {
        var newest = (await city.Get<PublicationStore>().HistoryAsync(default)).LiveManifests().First();
        return (await city.Get<ManifestStore>().FindAsync(newest, default))!;
    }

    private static async Task<string> TextAsync(CityView city)
    {
        var page = (await city.Storage.Web.Client.GetBlobClient(Changed).DownloadContentAsync()).Value;
        return System.Text.Encoding.UTF8.GetString(new PackedContent("", PackedContent.Gzip, page.Content.ToMemory()).Unpack().Span);
    }

    /// <summary>Does the nightly run, then checks that nothing in storage or on the live site is lost, doubled or incomplete.</summary>
    private static async Task NightAsync(CityView city)
    {
        await city.Get<NightlyRun>().RunAsync(default);
        var promise = new Settled(city);
        Assert.Empty(await promise.BreachesAsync());
        Assert.Empty(await promise.OfSiteAsync());
    }
}
