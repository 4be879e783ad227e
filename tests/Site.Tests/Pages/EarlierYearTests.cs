using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

public class EarlierYearTests
{
    [Fact]
    public async Task AnEarlierYearHasEveryPageOfTheNewestYearInTheFolderOfItsYear()
    {
        var paths = (await SiteOfTwoYearsAsync()).Select(f => f.Path).Where(p => p.EndsWith(".html", StringComparison.Ordinal)).ToHashSet();
        string[] once =
        [
            "404.html", "about/index.html", "accessibility/index.html", "changes/index.html", "compare/index.html",
            "compare/2017/index.html", "contact/index.html", "english/index.html", "glossary/index.html", "search/index.html",
            "search/words/index.html",
        ];
        Assert.Equal(
            paths.Where(p => !IsEarlier(p) && !p.StartsWith("data/", StringComparison.Ordinal)
                && !p.StartsWith("topics/", StringComparison.Ordinal))
                .Except(once).Order(StringComparer.Ordinal),
            paths.Where(IsEarlier).Select(p => p["2017/".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PagesOfAnEarlierYearLinkToItsOwnPagesAndNameTheYear()
    {
        var site = await SiteOfTwoYearsAsync();
        foreach (var path in site.Select(f => f.Path).Where(p => IsEarlier(p) && p.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = site.Page(path);
            Assert.Contains("平成29（2017）年度の報告です", page.QuerySelector(".earlier")?.TextContent, StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll("main a:not(.other-year, [href^='tel:']), header a")
                .Select(a => a.GetAttribute("href")!.Split('#', '?')[0]), href => Assert.True(
                href is "/" or "" || href.StartsWith("/2017/", StringComparison.Ordinal)
                    || Links.AtTheFoot.Concat([Links.Topics, Links.Contact]).Any(l => l.Href == href),
                $"{path}: {href}"));
        }
    }

    [Fact]
    public async Task TheNewestHomePageHasNoEarlierYearNoteAndLinksToTheEarlierYear()
    {
        var home = (await SiteOfTwoYearsAsync()).Page("index.html");
        Assert.Null(home.QuerySelector(".earlier"));
        Assert.NotNull(home.QuerySelector("footer a[href='/2017/']"));
    }

    [Fact]
    public async Task TheFolderOfTheLatestDataContainsTheNewestYear()
    {
        var site = await SiteOfTwoYearsAsync();
        Assert.Equal(site.Html("data/latest/departments.json"), site.Html("data/2018/departments.json"));
        Assert.Contains(site, f => f.Path == "data/2017/departments.json");
    }

    [Fact]
    public async Task TheHomePageOfAnEarlierYearHasItsOwnTitleAndAddress()
    {
        var home = (await SiteOfTwoYearsAsync()).Page("2017/index.html");
        Assert.Equal("川崎市 地域包括ケアシステム 取組の報告（平成29年度）", home.Title);
        Assert.Equal("http://localhost:7071/2017/", home.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Null(home.QuerySelector(".crumbs"));
    }

    private static bool IsEarlier(string path) => path.StartsWith("2017/", StringComparison.Ordinal);

    private static Task<IReadOnlyList<SiteFile>> SiteOfTwoYearsAsync() =>
        Some.SiteOfAsync(Some.Options, SmallReport.Compose() with { ReportingYear = FiscalYear.Of(2017) }, SmallReport.Compose());
}
