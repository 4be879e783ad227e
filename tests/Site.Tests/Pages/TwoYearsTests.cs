using System.IO.Compression;
using AngleSharp.Html.Dom;

namespace KawasakiServerless.Site.Tests;

/// <summary>Requirements for every page of a site that shows two reporting years and the history of its publications.</summary>
[Collection(SiteOfTwoYearsShared.Name)]
public class TwoYearsTests(SiteOfTwoYears site)
{
    [Fact]
    public void EveryPageLinksOnlyToExistingFilesAndAnchors()
    {
        var files = site.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        Assert.All(site.Pages, page => Assert.All(LinksOf(page.Value), href =>
        {
            var (file, anchor) = Target(page.Key, href);
            Assert.True(files.Contains(file), $"{page.Key} links to {href}");
            Assert.True(anchor is null || site.Pages[file].GetElementById(anchor) is not null, $"{page.Key} links to {href}");
        }));
    }

    [Fact]
    public void EveryPageExceptRedirectsIsReachableFromTheHomePage()
    {
        HashSet<string> seen = ["index.html"];
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in LinksOf(site.Pages[from]).Select(h => Target(from, h).File).Where(site.Pages.ContainsKey).Where(seen.Add))
                next.Enqueue(to);
        }

        var leadOn = site.Pages.Where(p => p.Value.QuerySelector("meta[http-equiv=refresh]") is not null).Select(p => p.Key).ToList();
        Assert.NotEmpty(leadOn);
        Assert.Empty(leadOn.Intersect(seen));
        Assert.Equal(["404.html"], site.Pages.Keys.Except(seen).Except(leadOn));
    }

    [Fact]
    public void EveryPageHasOneTopHeadingAndHeadingLevelsInOrder() => Assert.All(site.Pages, page =>
    {
        var levels = page.Value.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal([1], levels.Where(l => l == 1));
        Assert.All(levels.Zip(levels.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First + 1, $"{page.Key}: h{pair.First} is followed by h{pair.Second}"));
    });

    [Fact]
    public void IdsAreUsedOnceAndTablesHaveCaptionsAndScopes() => Assert.All(site.Pages.Values, page =>
    {
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent.Words()));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.True(th.GetAttribute("scope") is "col" or "row"));
    });

    [Fact]
    public void EveryPageIsSmallEnoughForASlowPhone()
    {
        var style = Compressed(site.Files.Single(f => f.Path.EndsWith(".css", StringComparison.Ordinal)).Bytes);
        Assert.All(site.Files.Where(f => site.Pages.ContainsKey(f.Path)), f => Assert.InRange(style + Compressed(f.Bytes), 1, 60_000));
    }

    [Fact]
    public async Task TheSameInputGivesTheSameBytes()
    {
        var again = await Some.SiteOfAsync(SiteOfTwoYears.Input);
        Assert.Equal(site.Files.Select(f => f.Path), again.Select(f => f.Path));
        Assert.All(site.Files.Zip(again), pair => Assert.True(pair.First.Path == pair.Second.Path
            && pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }

    private static IEnumerable<string> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href]:not([href^='tel:'], [href^='https:']), link[rel=stylesheet], link[rel=alternate]")
            .Select(a => a.GetAttribute("href")!);

    private static (string File, string? Anchor) Target(string from, string href)
    {
        var parts = href.Split('#');
        var path = parts[0].Length == 0 ? from : parts[0].Split('?')[0].TrimStart('/');
        return (path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path, parts.ElementAtOrDefault(1));
    }

    private static long Compressed(ReadOnlyMemory<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes.Span);
        return target.Length;
    }
}
