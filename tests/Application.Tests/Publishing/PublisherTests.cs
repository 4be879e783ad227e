using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

[Collection(SharedAzurite.Name)]
public sealed class PublisherTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AYearThatIsNotReleasedIsNotPublished()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "決裁前の取組"));

        var publication = await PublishAsync(city, Triggers.Nightly);

        Assert.Equal((PublicationState.Unchanged, "No reporting year is released; there is nothing to publish."),
            (publication.State, publication.Message));
        Assert.Empty(await city.Get<LiveSite>().ListAsync(default));
    }

    [Fact]
    public async Task AReleasedYearIsPublishedWithContentTypesAndCacheHeaders()
    {
        await using var city = await ReleasedAsync("財政の取組");

        var publication = await PublishAsync(city, Triggers.Request);

        Assert.Equal(PublicationState.Live, publication.State);
        var files = await city.Get<LiveSite>().ListAsync(default);
        Assert.Equal(publication.Written, files.Count);
        Assert.Equal(("text/html; charset=utf-8", "public, max-age=300, must-revalidate"),
            (files["index.html"].ContentType, files["index.html"].CacheControl));
        Assert.Contains("財政の取組", await TextAsync(city, "initiatives/zaisei-0001/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADataLicenceAPublicationFailsAndTheLiveSiteStays()
    {
        await using var city = await azurite.PublishedAsync(null, "一");
        await using var unlicensed = City.WithoutLicense(city);
        var before = await city.SiteAsync();
        await city.ReportAsync("一", "二");

        var refused = await unlicensed.PublishAsync(Triggers.Nightly);

        Assert.Equal(PublicationState.Failed, refused.State);
        Assert.StartsWith("Not published: DATA_LICENSE is not set", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await city.SiteAsync());
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Nightly)).State);
    }

    [Fact]
    public async Task AReportWhoseSubmissionIsMissingInItsTableIsNotPublished()
    {
        await using var city = await azurite.PublishedAsync(null, "一");
        var before = await city.SiteAsync();
        await city.ReportAsync("一", "二");
        var submission = (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))!.Submission;
        Assert.True(SubmissionId.TryParse(submission, out var id));
        await new TableClient(city.Connection, "Submissions").DeleteEntityAsync(id.Partition, id.Value);

        var refused = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal(PublicationState.Failed, refused.State);
        Assert.Contains($"The current submission {id} is not in the table Submissions.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task TheNewestReleasedYearIsAtTheRootAndEarlierYearsAreInFoldersOfTheirOwn()
    {
        await using var city = await ReleasedAsync("財政の取組");
        var years = city.Get<YearStore>();
        foreach (var year in new[] { 2017, 2019 })
            await years.OpenAsync(FiscalYear.Of(year), Register.Of2018, default);
        await years.ReleaseAsync(FiscalYear.Of(2017), default);

        await PublishAsync(city, Triggers.Request);

        var files = await city.Get<LiveSite>().ListAsync(default);
        Assert.Contains("平成30", await TextAsync(city, "index.html"), StringComparison.Ordinal);
        Assert.Contains("2017/index.html", files.Keys);
        Assert.DoesNotContain("2019/index.html", files.Keys);
    }

    [Fact]
    public async Task PublishingAgainWithoutChangesWritesNoFiles()
    {
        await using var city = await ReleasedAsync("一");
        await PublishAsync(city, Triggers.Nightly);

        var nightly = await PublishAsync(city, Triggers.Nightly);
        var onDemand = await PublishAsync(city, Triggers.Request);

        Assert.Equal((PublicationState.Live, 0, 0), (nightly.State, nightly.Written, nightly.Removed));
        Assert.Equal((PublicationState.Unchanged, 0, 0), (onDemand.State, onDemand.Rendered, onDemand.Written));
    }

    [Fact]
    public async Task OneChangedRecordChangesOnlyThePagesThatShowIt()
    {
        await using var city = await ReleasedAsync("変わらない", "変わる前");
        await city.SubmitAsync("byoin", Some.Sample("byoin"));
        await PublishAsync(city, Triggers.Request);
        var before = await city.Get<LiveSite>().ListAsync(default);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "変わらない", "変わった後"));

        await PublishAsync(city, Triggers.Request);

        var after = await city.Get<LiveSite>().ListAsync(default);
        var changed = after.Values.Where(
            f => before.GetValueOrDefault(f.Path)?.Version != f.Version && f.Path.EndsWith(".html", StringComparison.Ordinal))
            .Select(f => f.Path).ToLookup(p => p.StartsWith("data/", StringComparison.Ordinal));
        // Apart from the pages about the open data, only these pages change: those of the changed initiative, of the initiative next to it,
        // of its policy area, of its department and of 健康福祉局, to which the division in charge belongs; the home page; and the pages about
        // changes.
        Assert.Equal(
            [
                "changes/1/index.html", "changes/2/index.html", "changes/index.html",
                "departments/kenkofukushi/index.html", "departments/zaisei/index.html", "index.html",
                "initiatives/zaisei-0001/index.html", "initiatives/zaisei-0002/index.html", "viewpoints/1/elderly/index.html",
            ],
            changed[false].Order(StringComparer.Ordinal));
        // Of the pages about the open data, only the list of all files with their sizes and the pages of the tables that contain the
        // initiative may change.
        Assert.Empty(changed[true].Except(["data/index.html", "data/departments/index.html", "data/initiatives/index.html"]));
        Assert.Contains("data/initiatives/index.html", changed[true]);
    }

    [Fact]
    public async Task AnInitiativeRemovedFromTheReportIsRemovedFromTheSite()
    {
        await using var city = await ReleasedAsync("残る", "消える");
        await PublishAsync(city, Triggers.Request);
        var before = (await city.Get<LiveSite>().ListAsync(default)).Keys.ToList();
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "残る"));

        var publication = await PublishAsync(city, Triggers.Request);

        // Besides the initiative's page, only files of the search index may be deleted, because they contained only words of the
        // initiative.
        var gone = before.Except((await city.Get<LiveSite>().ListAsync(default)).Keys).ToList();
        Assert.Equal(["initiatives/zaisei-0002/index.html"], gone.Where(p => !p.StartsWith("search/", StringComparison.Ordinal)));
        Assert.Equal(publication.Removed, gone.Count);
    }

    [Fact]
    public async Task TheNightlyPublicationRepairsFilesThatWereChangedByHand()
    {
        await using var city = await ReleasedAsync("一");
        await PublishAsync(city, Triggers.Nightly);
        await city.Storage.Web.Client.GetBlobClient("index.html").UploadAsync(BinaryData.FromString("defaced"), overwrite: true);
        await city.Storage.Web.Client.GetBlobClient("about/index.html").DeleteAsync();
        await city.Storage.Web.Client.GetBlobClient("stray.html").UploadAsync(BinaryData.FromString("stray"));

        var repaired = await PublishAsync(city, Triggers.Nightly);

        Assert.Equal((2, 1), (repaired.Written, repaired.Removed));
        Assert.DoesNotContain("defaced", await TextAsync(city, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhilePublishingRunsAnotherRequestWaitsForItsTurn()
    {
        await using var city = await ReleasedAsync("一");
        var publisher = city.Get<Publisher>();
        var waiting = await publisher.RequestAsync(Triggers.Request, "the coordinator", default);
        await using (await PublishLock.TryTakeAsync(city.Storage, TimeProvider.System, default))
            Assert.Equal(PublicationState.Requested, (await publisher.RunAsync(waiting, default)).State);

        Assert.Equal(PublicationState.Live, (await publisher.RunAsync(waiting, default)).State);
    }

    [Fact]
    public async Task ARequestJoinsAWaitingPublicationButNotAStartedOne()
    {
        await using var city = await ReleasedAsync("一");
        var publisher = city.Get<Publisher>();
        var waiting = await publisher.RequestOrJoinAsync(Triggers.Request, "the coordinator", default);

        Assert.Equal(waiting.Id, (await publisher.RequestOrJoinAsync(Triggers.Request, "another", default)).Id);
        // Once the waiting publication has started, it may have read data that is older than the data for which the next request is made.
        // So that request gets a publication of its own.
        await city.Get<PublicationStore>().UpdateAsync(waiting with { StartedAt = waiting.RequestedAt }, default);
        Assert.NotEqual(waiting.Id, (await publisher.RequestOrJoinAsync(Triggers.Request, "another", default)).Id);
    }

    [Fact]
    public async Task APublisherNeitherOverwritesNorRemovesAFileThatChangedAfterItWasListed()
    {
        await using var city = await ReleasedAsync("一");
        await PublishAsync(city, Triggers.Request);
        var live = city.Get<LiveSite>();
        var listed = (await live.ListAsync(default))["index.html"];
        await city.Storage.Web.Client.GetBlobClient("index.html").UploadAsync(BinaryData.FromString("newer"), overwrite: true);

        var older = ManifestFile.Of(new("index.html", "text/html; charset=utf-8", "no-store", "older"u8.ToArray()));

        Assert.False(await live.TryWriteAsync(
            new("index.html", older, new(older.Sha256, null, "older"u8.ToArray())), listed, default));
        Assert.False(await live.TryRemoveAsync(listed, default));
    }

    [Fact]
    public async Task ADepartmentThatIsNotInTheRegisterIsLeftOutOfThePublication()
    {
        await using var city = await ReleasedAsync("一");
        await city.ReportFromUnknownDepartmentAsync();

        var publication = await PublishAsync(city, Triggers.Request);

        Assert.Equal((PublicationState.Live, null), (publication.State, publication.Message));
        Assert.DoesNotContain(await city.SiteAsync(), file => file.Key.Contains("nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUnreleasedYearWithoutARegisterDoesNotStopThePublication()
    {
        await using var city = await ReleasedAsync("一");
        await city.Storage.Years.Client.AddEntityAsync(
            new TableEntity("years", "2019") { ["State"] = "preparing", ["RegisterVersion"] = "not-there-yet" });

        Assert.Equal(PublicationState.Live, (await PublishAsync(city, Triggers.Request)).State);
    }

    [Fact]
    public async Task RunningAnEndedPublicationAgainReturnsItsResult()
    {
        await using var city = await ReleasedAsync("一");
        var publisher = city.Get<Publisher>();
        var requested = await publisher.RequestAsync(Triggers.Request, "a test", default);
        await publisher.RunAsync(requested, default);

        Assert.Equal(PublicationState.Live, (await publisher.RunAsync(requested, default)).State);
    }

    private async Task<City> ReleasedAsync(params string[] initiatives)
    {
        var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", initiatives));
        await city.ReleaseAsync();
        return city;
    }

    private static Task<Publication> PublishAsync(City city, string trigger) =>
        city.Get<Publisher>().PublishAsync(trigger, "a test", default);

    private static async Task<string> TextAsync(City city, string path)
    {
        var blob = (await city.Storage.Web.Client.GetBlobClient(path).DownloadContentAsync()).Value;
        Assert.Equal("gzip", blob.Details.ContentEncoding);
        await using var gzip = new GZipStream(blob.Content.ToStream(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
