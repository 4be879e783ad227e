using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// Copies of the published files are kept in storage. They are compared with the live site, and a file that differs on the live site is
/// written to it again.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class ReusableSiteTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    /// <summary>What somebody may change by hand in the home page's file in storage.</summary>
    public static TheoryData<string> Hands =>
        ["type", "cache rule", "encoding", "content", "content, with all that was beside it", "removal"];

    [Fact]
    public async Task TheManifestListsEveryFileOfTheSiteAndEachContentIsStoredOnce()
    {
        await using var city = await azurite.PublishedAsync(network, "一");

        var manifest = await city.Get<ManifestStore>().FindAsync((await city.NewestAsync()).Manifest!, default);

        Assert.Equal((await city.SiteAsync()).Keys, manifest!.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("gzip", manifest.Files["index.html"].Encoding);
        Assert.Null(manifest.Files["data/latest/initiatives.csv"].Encoding);
        var contents = await city.Get<ContentStore>().ListAsync(default);
        Assert.Equal(manifest.Files.Values.Select(f => f.Sha256).Distinct().Order(StringComparer.Ordinal), contents.Keys
            .Order(StringComparer.Ordinal));
        Assert.All(contents.Values, c => Assert.True(c.IsWhole));
        foreach (var sha256 in contents.Keys)
            Assert.NotNull(await city.Get<ContentStore>().FindAsync(sha256, default));
    }

    [Fact]
    public async Task StoredContentsAreNotWrittenAgainByTheNextPublication()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var before = (await city.Get<ContentStore>().ListAsync(default)).Values.ToList();
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);

        var after = await city.Get<ContentStore>().ListAsync(default);

        Assert.True(after.Count > before.Count);
        Assert.All(before, content => Assert.Equal(content, after[content.Sha256]));
    }

    [Theory]
    [InlineData(Triggers.Request, PublicationState.Unchanged)]
    [InlineData(Triggers.Nightly, PublicationState.Live)]
    public async Task APublicationWithoutChangesRendersNoPageAndWritesNoBlob(string trigger, PublicationState state)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var requests = new List<string>();
        network.IsCut = request =>
        {
            lock (requests)
                requests.Add(PublishedCity.Named(request));
            return false;
        };

        var publication = await city.PublishAsync(trigger);

        Assert.Equal((state, 0, 0, 0), (publication.State, publication.Rendered, publication.Written, publication.Removed));
        Assert.DoesNotContain(requests, r => !r.StartsWith("GET", StringComparison.Ordinal) && r != "HEAD $web/index.html"
            && (r.Contains("$web", StringComparison.Ordinal) || r.Contains(" content", StringComparison.Ordinal)
                || r.Contains(" publications", StringComparison.Ordinal)));
        Assert.Equal(trigger == Triggers.Nightly ? 1 : 0, requests.Count(r => r.StartsWith("GET $web", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Hands))]
    public async Task TheNightlyPublicationUndoesAChangeMadeByHandToTheHomePage(string what)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var before = await city.SiteAsync();
        await ChangeAsync(city.Storage.Web.Client.GetBlobClient("index.html"), what);
        Assert.NotEqual(before, await city.SiteAsync());

        var night = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal((PublicationState.Live, 0, 1), (night.State, night.Rendered, night.Written));
        Assert.Equal(before, await city.SiteAsync());
    }

    [Theory]
    [InlineData("publications", "removed")]
    [InlineData("publications", "damaged")]
    [InlineData("content", "removed")]
    [InlineData("content", "damaged")]
    public async Task TheNightlyPublicationStoresALostOrDamagedManifestOrContentAgain(string container, string what)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var (publication, before) = (await city.NewestAsync(), await city.SiteAsync());
        var (blobs, name) = container == "content"
            ? (city.Storage.Content.Client, (await city.Get<ContentStore>().ListAsync(default)).Keys.First())
            : (city.Storage.PublicationBlobs.Client, $"{publication.Id}/manifest.json");
        if (what == "removed")
            await blobs.DeleteBlobAsync(name);
        else
            await blobs.GetBlobClient(name).UploadAsync(BinaryData.FromString("{}"), overwrite: true);

        var night = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal((PublicationState.Live, 0), (night.State, night.Written));
        Assert.NotNull(await city.Get<SiteArchive>().FindAsync(night.Manifest, default));
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task AFailedCheckBeforePublicationKeepsTheLiveSiteAndGivesTheReason()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var before = await city.SiteAsync();
        await city.ReportAsync("一", "二");
        var submissions = city.Get<SubmissionStore>();
        var newest = (await submissions.HistoryAsync(City.Year, "zaisei", default))[0];
        await submissions.UpdateAsync(
            newest with { Counts = RecordCounts.Of(kind => kind == RecordKind.Initiative ? 3 : newest.Counts![kind]) }, default);

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal(
            (PublicationState.Failed, "Not published: data/2018/initiatives.json has 2 records, but 3 were accepted."),
            (publication.State, publication.Message));
        Assert.Equal(before, await city.SiteAsync());
        Assert.Single((await city.Get<ChangeStore>().ReadHistoryAsync()).History.Publications);
    }

    [Fact]
    public async Task TheRowOfAPublicationContainsTheStageThatItHasReached()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);
        await city.DieAsync(network, requested, "PUT $web/index.html");

        var died = await city.StateOfAsync(requested.Id);
        Assert.Equal((PublicationState.Running, PublicationStage.Writing), (died.State, died.Stage));
        Assert.True(died.Rendered > 0);

        var ended = await city.Get<Publisher>().RunAsync(requested, default);
        Assert.Equal((PublicationState.Live, null), (ended.State, ended.Stage));
    }

    private static async Task ChangeAsync(BlobClient blob, string what)
    {
        var found = (await blob.GetPropertiesAsync()).Value;
        var headers = new BlobHttpHeaders
        {
            ContentType = found.ContentType,
            CacheControl = found.CacheControl,
            ContentEncoding = found.ContentEncoding
        };
        await (what switch
        {
            "type" => blob.SetHttpHeadersAsync(With(headers, h => h.ContentType = "text/plain")),
            "cache rule" => blob.SetHttpHeadersAsync(With(headers, h => h.CacheControl = "no-store")),
            "encoding" => blob.SetHttpHeadersAsync(With(headers, h => h.ContentEncoding = null)),
            "content" => blob.UploadAsync(BinaryData.FromString("defaced"), new BlobUploadOptions { HttpHeaders = headers }),
            "removal" => (Task)blob.DeleteAsync(),
            _ =>
                blob.UploadAsync(
                    BinaryData.FromString("defaced"), new BlobUploadOptions { HttpHeaders = headers, Metadata = found.Metadata }),
        });
    }

    private static BlobHttpHeaders With(BlobHttpHeaders headers, Action<BlobHttpHeaders> change)
    {
        change(headers);
        return headers;
    }
}
