using System.Collections.Concurrent;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// Pages that an earlier publication rendered from the same inputs are reused, and the site is the same as if all pages had been rendered.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class ReusedPageTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task ReusedAndRenderedPagesGiveTheSameSiteAsAFullRendering()
    {
        await using var city = await azurite.PublishedAsync(network, "一", "二", "三", "四", "五");
        await city.ReportAsync("一つ目", "二", "三", "四", "五");

        var second = await city.PublishAsync(Triggers.Request);
        var site = await city.SiteAsync();

        var manifest = await city.Get<ManifestStore>().FindAsync(second.Manifest!, default);
        Assert.InRange(second.Rendered, 1, manifest!.Files.Count - 1);
        await RenderedAnewAsync(city, second);
        Assert.Equal(site, await city.SiteAsync());
    }

    [Fact]
    public async Task AReusablePageWhoseContentIsLostOrDamagedIsRenderedAgain()
    {
        await using var city = await PublishedAsync();
        var before = (await city.Get<ManifestStore>().FindAsync((await city.NewestAsync()).Manifest!, default))!;
        await city.Storage.Content.Client.DeleteBlobAsync(before.Files["initiatives/zaisei-0003/index.html"].Sha256);
        await city.Storage.Content.Client.GetBlobClient(before.Files["wards/takatsu/index.html"].Sha256)
            .UploadAsync(BinaryData.FromString("damaged"), overwrite: true);
        await city.ReportAsync("一つ目", "二", "三");

        var publication = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal(PublicationState.Live, publication.State);
        Assert.NotNull(await city.Get<SiteArchive>().FindAsync(publication.Manifest, default));
    }

    [Fact]
    public async Task ARequestedPublicationRendersAllPagesIfAContentThatItNeedsIsGone()
    {
        await using var city = await PublishedAsync();
        var before = (await city.Get<ManifestStore>().FindAsync((await city.NewestAsync()).Manifest!, default))!;
        await city.Storage.Content.Client.DeleteBlobAsync(before.Files["initiatives/zaisei-0001/index.html"].Sha256);
        // This report lacks the third initiative. When a page is removed from the site, the publication reads the stored contents of the
        // pages that it reuses, and so needs the content that was deleted.
        await city.ReportAsync("一", "二");

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal(PublicationState.Live, publication.State);
        Assert.NotNull(await city.Get<SiteArchive>().FindAsync(publication.Manifest, default));
    }

    [Fact]
    public async Task ARequestedPublicationWithFewFilesToWriteDoesNotListTheSite()
    {
        await using var city = await PublishedAsync();
        var requests = new ConcurrentBag<string>();
        network.IsCut = request =>
        {
            requests.Add(PublishedCity.Named(request));
            return false;
        };
        await city.ReportAsync("一つ目", "二", "三");

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal(PublicationState.Live, publication.State);
        Assert.DoesNotContain(
            requests, r => r.StartsWith("GET $web", StringComparison.Ordinal) || r.StartsWith("GET content", StringComparison.Ordinal));
        // One more request finds out whether the site is missing.
        Assert.Equal(1 + (2 * publication.Written), requests.Count(r => r.StartsWith("HEAD $web/", StringComparison.Ordinal)));
        var night = await city.PublishAsync(Triggers.Nightly);
        Assert.Equal((PublicationState.Live, 0, 0, 0), (night.State, night.Rendered, night.Written, night.Removed));
    }

    [Fact]
    public async Task ReusedPagesAreReadAgainOnlyIfAPageWasRemovedFromTheSite()
    {
        await using var city = await PublishedAsync();
        var read = 0;
        network.IsCut = request =>
        {
            if (PublishedCity.Named(request).StartsWith("GET content/", StringComparison.Ordinal))
                Interlocked.Increment(ref read);
            return false;
        };
        await city.ReportAsync("一", "二");
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);
        Assert.NotEqual(0, read);

        read = 0;
        await city.ReportAsync("一", "二つ目");
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);
        Assert.Equal(0, read);
    }

    [Fact]
    public async Task AReusedPageThatFailsTheChecksBeforePublicationIsRenderedAgain()
    {
        await using var city = await PublishedAsync();
        var row = await city.NewestAsync();
        var manifests = city.Get<ManifestStore>();
        var manifest = (await manifests.FindAsync(row.Manifest!, default))!;
        // Falsifies the manifest: a page that still links to the removed third initiative seems to have been rendered from the present
        // inputs.
        var (about, stale) = (manifest.Files["about/index.html"], manifest.Files["viewpoints/1/elderly/index.html"]);
        await city.ReportAsync("一", "二");
        await city.PublishAsync(Triggers.Request);
        var newest = (await manifests.FindAsync((await city.NewestAsync()).Manifest!, default))!;
        var area = newest.Files["viewpoints/1/elderly/index.html"];
        var files = newest.Files.ToDictionary(StringComparer.Ordinal);
        files["viewpoints/1/elderly/index.html"] = stale with { Inputs = area.Inputs };
        files["initiatives/zaisei-0003/index.html"] = about with { Linked = [""] };
        await manifests.SaveAsync((await city.NewestAsync()).Manifest!, newest with { Files = files, Fingerprint = "another" }, default);
        await city.SubmitAsync("kenkofukushi", Some.Workbook("kenkofukushi", "四"));

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal(PublicationState.Live, publication.State);
        var after = (await manifests.FindAsync(publication.Manifest!, default))!;
        Assert.NotEqual(stale.Sha256, after.Files["viewpoints/1/elderly/index.html"].Sha256);
    }

    private Task<City> PublishedAsync() => azurite.PublishedAsync(network, "一", "二", "三");

    // Deletes the publication's manifest (the list of its files), so that the app does not know what was rendered, and the nightly run
    // renders all pages. The site must not change.
    private static async Task RenderedAnewAsync(City city, Publication publication)
    {
        await city.Storage.PublicationBlobs.Client.DeleteBlobAsync($"{publication.Manifest}/manifest.json");
        var night = await city.PublishAsync(Triggers.Nightly);
        Assert.Equal((PublicationState.Live, 0), (night.State, night.Written));
        Assert.True(night.Rendered > publication.Rendered);
    }
}
