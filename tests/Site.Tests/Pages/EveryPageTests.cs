using AngleSharp.Html.Dom;
using KawasakiServerless.Site.Gates;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class EveryPageTests(SiteOf2018 site)
{
    [Fact]
    public void EveryPageHasOneTopHeading() => Assert.All(site.Pages, p => Assert.Single(p.Value.QuerySelectorAll("h1")));

    [Fact]
    public void EveryPageHasHeadingLevelsInOrder() => Assert.All(site.Pages, page =>
    {
        var levels = page.Value.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First + 1, $"{page.Key}: h{pair.First} is followed by h{pair.Second}"));
    });

    [Fact]
    public void EveryPageHasNoInlineScriptsAndStylesThatItsPolicyForbids() => Assert.All(site.Pages.Values, page =>
    {
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content");
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'", policy,
            StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script:not([src], [type='application/ld+json']), style, [style], iframe, object"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    });

    [Fact]
    public void EveryPageIsInJapaneseWithLandmarksAndALinkPastTheMenu() => Assert.All(site.Pages.Values, page =>
    {
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main", page.QuerySelector("body > a:first-child")?.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > main#main"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.EndsWith("川崎市 地域包括ケアシステム 取組の報告", page.Title, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")?.GetAttribute("content")));
    });

    [Fact]
    public void EveryPageUsesEachIdOnce() => Assert.All(site.Pages.Values, page =>
    {
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    });

    [Fact]
    public void TablesHaveCaptionsAndHeaderScopes() => Assert.All(site.Pages.Values.SelectMany(p => p.QuerySelectorAll("table")), table =>
    {
        Assert.NotEmpty(table.QuerySelector("caption")!.TextContent.Words());
        Assert.All(table.QuerySelectorAll("th"), th => Assert.True(th.GetAttribute("scope") is "col" or "row"));
    });

    [Fact]
    public void EveryDrawingIsDescribedOrAriaHidden() => Assert.All(site.Pages.Values.SelectMany(p => p.QuerySelectorAll("svg")), svg =>
        Assert.True(svg.GetAttribute("aria-hidden") == "true" || (svg.QuerySelector("title") is not null
            && svg.QuerySelector("desc") is not null)));

    [Fact]
    public void EveryPageIsReachableFromTheHomePage()
    {
        HashSet<string> seen = ["index.html"];
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in LinksOf(site.Pages[from]).Select(h => LinkTarget.Of(from, h)?.File).OfType<string>()
                .Where(site.Pages.ContainsKey).Where(seen.Add))
                next.Enqueue(to);
        }

        Assert.Equal(["404.html"], site.Pages.Keys.Except(seen));
    }

    [Fact]
    public void TheOpenDataPagesLinkToEveryDataFile() => Assert.Equal(
        site.Files.Select(f => $"/{f.Path}")
            .Where(p => p.StartsWith("/data/", StringComparison.Ordinal) && !p.EndsWith(".html", StringComparison.Ordinal)
                && !IsDescriptionOfYear(p)),
        site.Pages.Where(p => p.Key.StartsWith("data/", StringComparison.Ordinal)).SelectMany(p => LinksOf(p.Value))
            .Where(h => h.StartsWith("/data/", StringComparison.Ordinal) && Path.HasExtension(h)).Distinct().Order(StringComparer.Ordinal));

    // No page links to these files: programs derive their addresses from those of the same files in data/latest/.
    private static bool IsDescriptionOfYear(string path) =>
        path is "/data/2018/catalog.jsonld" or "/data/2018/datapackage.json" or "/data/2018/csv-metadata.json";

    [Fact]
    public void FilesMayBeCachedForFiveMinutesAndAssetsForAYear() => Assert.All(site.Files, file => Assert.Equal(
        file.Path.StartsWith("assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "public, max-age=300, must-revalidate",
        file.CacheControl));

    [Fact]
    public void EveryPageIsSmallEnoughForASlowPhone()
    {
        var style = Compressed(site.Files.Single(f => f.Path.EndsWith(".css", StringComparison.Ordinal)).Bytes);
        Assert.All(site.Files.Where(f => site.Pages.ContainsKey(f.Path)), f => Assert.InRange(style + Compressed(f.Bytes), 1, 60_000));
    }

    private static IEnumerable<string> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href], link[rel=stylesheet], link[rel=icon]").Select(a => a.GetAttribute("href")!);

    private static long Compressed(ReadOnlyMemory<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(target, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes.Span);
        return target.Length;
    }
}
