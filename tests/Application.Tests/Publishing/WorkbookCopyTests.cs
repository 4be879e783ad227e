using System.IO.Compression;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Purging;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Whether the submitted workbooks are published for readers is a setting of the year, which every publication follows.</summary>
[Collection(SharedAzurite.Name)]
public sealed class WorkbookCopyTests(SharedAzurite azurite)
{
    private const string Copy = "data/2018/workbooks/zaisei.xlsx", Initiative = "initiatives/zaisei-0001/index.html",
        Catalogue = "data/index.html";

    [Fact]
    public async Task TheWorkbooksOfAYearAreNotPublishedByDefault()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。");

        Assert.DoesNotContain(Copy, (await city.SiteAsync()).Keys);
        Assert.DoesNotContain(Copy, await city.HtmlAsync(Initiative), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkbooksArePublishedWhileTheSettingIsOnAndRemovedWhenItIsOff()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。");
        var before = await city.SiteAsync();

        await city.SetAsync(WorkbookPublishing.Published);
        var on = await city.PublishAsync(Triggers.Request);
        var published = await city.SiteAsync();
        await city.SetAsync(WorkbookPublishing.Withheld);
        await city.PublishAsync(Triggers.Request);

        Assert.EndsWith(" application/vnd.openxmlformats-officedocument.spreadsheetml.sheet public, max-age=300, must-revalidate ",
            published[Copy], StringComparison.Ordinal);
        Assert.Equal([Copy], published.Keys.Except(before.Keys));
        // Of the files that were already there, only pages that name or list the workbooks change, and no open data.
        Assert.Contains(Initiative, Different(before, published));
        Assert.DoesNotContain(Different(before, published), p => !p.EndsWith(".html", StringComparison.Ordinal));
        Assert.Equal(PublicationState.Live, on.State);
        Assert.Equal(before, await city.SiteAsync());
    }

    [Fact]
    public async Task APublishedWorkbookIsLinkedAndContainsNoNamesOfPeople()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。");
        await city.SetAsync(WorkbookPublishing.Published);
        await city.PublishAsync(Triggers.Request);

        using var copy = new ZipArchive(
            (await city.Storage.Web.Client.GetBlobClient(Copy).DownloadContentAsync()).Value.Content.ToStream());
        Assert.DoesNotContain(copy.Entries, e => e.FullName.StartsWith("docProps/", StringComparison.Ordinal));
        Assert.DoesNotContain(await city.SiteAsync(), f => f.Key.Contains("my file", StringComparison.Ordinal));
        Assert.Contains($"href=\"/{Copy}\"", await city.HtmlAsync(Initiative), StringComparison.Ordinal);
        Assert.Contains($"href=\"/{Copy}\"", await city.HtmlAsync(Catalogue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewSubmissionReplacesThePublishedWorkbookAndLeavesUnchangedPages()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。", "相談を受けた。", "調べた。");
        await city.SetAsync(WorkbookPublishing.Published);
        await city.PublishAsync(Triggers.Request);
        var before = await city.SiteAsync();

        await city.ReportAsync("講座を開いた。", "相談を受けた。", "くわしく調べた。");
        await city.PublishAsync(Triggers.Request);
        var after = await city.SiteAsync();
        await city.PublishAsync(Triggers.Nightly);

        Assert.NotEqual(before[Copy], after[Copy]);
        Assert.Equal(before[Initiative], after[Initiative]);
        Assert.Equal(after, await city.SiteAsync());
    }

    [Fact]
    public async Task ARestoredPublicationContainsItsPublishedWorkbooks()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。");
        await city.SetAsync(WorkbookPublishing.Published);
        var on = await city.PublishAsync(Triggers.Request);
        var published = await city.SiteAsync();
        await city.SetAsync(WorkbookPublishing.Withheld);
        await city.PublishAsync(Triggers.Request);

        var difference = await city.Get<PublicationDifferences>().BetweenAsync(null, on.Id, default);
        Assert.Equal([City.Year], difference!.WorkbooksPublished);
        Assert.False(difference.HasSameReports);

        await city.RestoreAsync(on.Id);

        Assert.Equal(published, await city.SiteAsync());
    }

    [Fact]
    public async Task APurgeDeletesThePublishedWorkbook()
    {
        await using var city = await azurite.PublishedAsync(network: null, PurgedCity.Other, PurgedCity.Secret);
        await city.SetAsync(WorkbookPublishing.Published);
        await city.PublishAsync(Triggers.Request);
        Assert.Contains(await city.Storage.PlacesOfAsync(PurgedCity.Mark), p => p.StartsWith($"$web {Copy}", StringComparison.Ordinal));

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(PurgedCity.Mark));
        Assert.DoesNotContain(Copy, (await city.SiteAsync()).Keys);
        Assert.DoesNotContain(Copy, await city.HtmlAsync(Initiative), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkbookInTheOldXlsFormatIsNotPublishedButTheSiteIs()
    {
        await using var city = await azurite.PublishedAsync(network: null, "講座を開いた。");
        await city.SetAsync(WorkbookPublishing.Published);
        var current = (await city.CurrentAsync())!;
        Assert.True(SubmissionId.TryParse(current.Submission, out var id));
        await city.Storage.SubmissionBlobs.PutAsync(
            $"2018/zaisei/{id}/original.xlsx", new(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }), default);

        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);

        Assert.DoesNotContain(Copy, (await city.SiteAsync()).Keys);
    }

    [Fact]
    public async Task AWorkbookWhoseCopyTimesOutIsNotPublishedButTheSiteIs()
    {
        var clock = new TimedClock();
        await using var city = await City.OpenAsync(azurite, clock);
        await city.ReportAsync("講座を開いた。");
        await city.ReleaseAsync();
        await city.SetAsync(WorkbookPublishing.Published);
        clock.Over = Place.Deadline;

        var published = await city.PublishAsync(Triggers.Request);

        Assert.Equal((PublicationState.Live, null), (published.State, published.Message));
        var site = await city.SiteAsync();
        Assert.Contains(Initiative, site.Keys);
        Assert.DoesNotContain(Copy, site.Keys);
    }

    private static IEnumerable<string> Different(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Where(path => after.GetValueOrDefault(path) != before[path]);
}

file static class WorkbookCity
{
    public static async Task SetAsync(this City city, WorkbookPublishing workbooks)
    {
        var (lifecycle, seen) = (city.Get<YearLifecycle>(), await city.ReportingYearAsync());
        Assert.IsType<YearOutcome.Changed>(workbooks == WorkbookPublishing.Published
            ? await lifecycle.PublishWorkbooksAsync(seen, "推進 花子", default)
            : await lifecycle.WithholdWorkbooksAsync(seen, "推進 花子", default));
    }

    public static async Task<string> HtmlAsync(this City city, string path)
    {
        var file = (await city.Get<LiveSite>().ReadAsync(path, default))!;
        using var page = new StreamReader(new GZipStream(new MemoryStream(file.Content.ToArray()), CompressionMode.Decompress));
        return await page.ReadToEndAsync();
    }
}
