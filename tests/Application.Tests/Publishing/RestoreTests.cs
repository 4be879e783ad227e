using Azure.Data.Tables;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// An earlier publication is restored exactly as it was. It stays live until the coordinator lifts the hold, which the restore sets and
/// which stops all other publications.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class RestoreTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task ARestoredPublicationIsTheSameByteForByte()
    {
        await using var city = await azurite.PublishedAsync(network, "一", "二");
        var (first, before) = (await city.NewestAsync(), await city.SiteAsync());
        await city.ReportAsync("一");
        await city.PublishAsync(Triggers.Request);
        Assert.NotEqual(before, await city.SiteAsync());

        var restored = await RestoreAsync(city, first.Id);

        Assert.Equal((PublicationState.Live, Triggers.Restore, first.Id, 0),
            (restored.State, restored.Trigger, restored.Restores, restored.Rendered));
        Assert.True(restored.Written > 0);
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task NoPublicationGoesLiveUntilTheHoldIsLiftedAndThenTheNewestDataDoes()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var (first, before) = (await city.NewestAsync(), await city.SiteAsync());
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        await RestoreAsync(city, first.Id);
        await city.ReportAsync("一", "三");

        var onDemand = await city.PublishAsync(Triggers.Request);
        var nightly = await city.Get<NightlyRun>().RunAsync(default);

        Assert.Equal((PublicationState.Held, $"{first.Id} was restored; nothing is published until the hold is lifted."),
            (onDemand.State, onDemand.Message));
        Assert.EndsWith($"Held: 0 rendered, 0 written, 0 removed. {onDemand.Message!.TrimEnd('.')}", nightly[^1], StringComparison.Ordinal);
        Assert.Equal(before, await city.SiteAsync());

        await city.Get<Restoration>().LiftAsync("the coordinator", default);
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);
        Assert.Contains("initiatives/zaisei-0002/index.html", (await city.SiteAsync()).Keys);
    }

    [Fact]
    public async Task AnUnreadableHoldFailsThePublicationButNotTheSweep()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.Storage.Publications.Client.UpsertEntityAsync(new TableEntity("hold", "hold"));
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);

        var done = await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Contains($"publication {requested.Id} Failed", done);
        Assert.Equal(
            "The row hold/hold has no Publication.", (await city.Get<PublicationStore>().FindAsync(requested.Id, default))!.Message);
    }

    [Fact]
    public async Task TheNightlyPublicationRepairsTheRestoredSiteDuringTheHold()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var (first, before) = (await city.NewestAsync(), await city.SiteAsync());
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        await RestoreAsync(city, first.Id);
        await city.Storage.Web.Client.GetBlobClient("index.html").UploadAsync(BinaryData.FromString("defaced"), overwrite: true);

        var night = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal((PublicationState.Held, 1), (night.State, night.Written));
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task TheHistoryListsTheChangesOfARestoreAndOfThePublicationAfterIt()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var first = await city.NewestAsync();
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        await RestoreAsync(city, first.Id);
        await city.Get<Restoration>().LiftAsync("the coordinator", default);
        await city.PublishAsync(Triggers.Request);

        var history = (await city.Get<ChangeStore>().ReadHistoryAsync()).History;

        Assert.Equal(["Added", "Removed", "Added"], history.Publications.SkipLast(1).SelectMany(p => p.Years).SelectMany(y => y.Records)
            .Select(r => $"{r.Change}"));
    }

    [Fact]
    public async Task TheAuditLogNamesWhoRestoredAPublicationAndWhoLiftedTheHold()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var first = await city.NewestAsync();
        await RestoreAsync(city, first.Id);
        await city.Get<Restoration>().LiftAsync("another coordinator", default);
        await city.Get<Restoration>().LiftAsync("another coordinator", default);

        var told = await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal(
            [("another coordinator", "lift hold", first.Id), ("the coordinator", "restore", first.Id)],
            told.Where(e => e.GetString("What") is "lift hold" or "restore")
                .Select(e => (e.GetString("Who"), e.GetString("What"), e.GetString("To"))).Order());
    }

    [Fact]
    public async Task AHoldThatANewerRestoreReplacesWhileItIsLiftedStaysWithoutAnAuditEntry()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await RestoreAsync(city, (await city.NewestAsync()).Id);
        var newer = (await city.Get<HoldStore>().FindAsync(default))! with { Publication = "20180802T000000000-bbbbbb" };
        network.IsCut = request =>
        {
            if (PublishedCity.Named(request).Contains("Audit", StringComparison.Ordinal) && request.Method == HttpMethod.Post)
                Task.Run(() => city.Get<HoldStore>().SetAsync(newer, default)).GetAwaiter().GetResult();
            return false;
        };

        Assert.False(await city.Get<Restoration>().LiftAsync("another coordinator", default));

        Assert.Equal(newer.Publication, (await city.Get<HoldStore>().FindAsync(default))?.Publication);
        Assert.DoesNotContain(
            await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync(), e => e.GetString("What") == "lift hold");
    }

    [Fact]
    public async Task APublicationThatIsUnknownIncompleteOrNeverWasLiveCannotBeRestored()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var restoration = city.Get<Restoration>();
        var live = await city.NewestAsync();
        var unchanged = await city.PublishAsync(Triggers.Request);

        Assert.IsType<RestoreOutcome.Unknown>(await restoration.RequestAsync("20180401T000000000-abcdef", "a test", default));
        Assert.IsType<RestoreOutcome.Unknown>(await restoration.RequestAsync("../secret", "a test", default));
        Assert.IsType<RestoreOutcome.Gone>(await restoration.RequestAsync(unchanged.Id, "a test", default));
        await foreach (var content in city.Storage.Content.Client.GetBlobsAsync())
        {
            await city.Storage.Content.Client.DeleteBlobAsync(content.Name);
            break;
        }

        Assert.IsType<RestoreOutcome.Gone>(await restoration.RequestAsync(live.Id, "a test", default));
        Assert.Null(await city.Get<HoldStore>().FindAsync(default));
    }

    [Theory]
    [InlineData("PUT $web/index.html")]
    [InlineData("POST Publications")]
    public async Task ARestoreThatDiedIsFinishedByTheSweep(string death)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var (first, before) = (await city.NewestAsync(), await city.SiteAsync());
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        var requested = Assert.IsType<RestoreOutcome.Requested>(
            await city.Get<Restoration>().RequestAsync(first.Id, "the coordinator", default));

        await city.DieAsync(network, requested.Publication, death);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(PublicationState.Live, (await city.StateOfAsync(requested.Publication.Id)).State);
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task ARestoreWhoseHoldWasLiftedBeforeItRanFailsAndLeavesTheSiteUnchanged()
    {
        var (city, requested, after) = await AskedForAsync();
        await using var closing = city;
        await city.Get<Restoration>().LiftAsync("the coordinator", default);

        await city.Get<Publisher>().RunAsync(requested, default);

        Assert.Equal(PublicationState.Failed, (await city.StateOfAsync(requested.Id)).State);
        Assert.Equal(after, await city.SiteAsync());
    }

    [Fact]
    public async Task ARestoreWhoseManifestIsGoneFailsAndLiftsItsHold()
    {
        var (city, requested, after) = await AskedForAsync();
        await using var closing = city;
        await city.Storage.PublicationBlobs.Client.DeleteBlobAsync($"{requested.Manifest}/manifest.json");
        await city.Storage.Web.Client.GetBlobClient("index.html").UploadAsync(BinaryData.FromString("half of it"), overwrite: true);

        var failed = await city.Get<Publisher>().RunAsync(requested, default);
        var night = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal((PublicationState.Failed, PublicationState.Live), (failed.State, night.State));
        Assert.Null(await city.Get<HoldStore>().FindAsync(default));
        Assert.Contains(await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync(), e => e.GetString("What") == "lift hold");
        Assert.Equal(after, await city.SiteAsync());
    }

    /// <returns>The city; the restore of the first of its two publications, which was requested but not run; and the live site of the
    /// second.</returns>
    private async Task<(City City, Publication Requested, IReadOnlyDictionary<string, string> Site)> AskedForAsync()
    {
        var city = await azurite.PublishedAsync(network, "一");
        var first = await city.NewestAsync();
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        var requested = Assert.IsType<RestoreOutcome.Requested>(
            await city.Get<Restoration>().RequestAsync(first.Id, "the coordinator", default));
        return (city, requested.Publication, await city.SiteAsync());
    }

    private static async Task<Publication> RestoreAsync(City city, string publication)
    {
        var requested = Assert.IsType<RestoreOutcome.Requested>(
            await city.Get<Restoration>().RequestAsync(publication, "the coordinator", default));
        return await city.Get<Publisher>().RunAsync(requested.Publication, default);
    }
}
