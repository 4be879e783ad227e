using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

public class EarlierYearTests
{
    [Fact]
    public async Task StandsBelowItsYearWithEveryPageOfTheNewest()
    {
        var paths = (await SiteOfTwoYearsAsync()).Select(f => f.Path).Where(p => p.EndsWith(".html", StringComparison.Ordinal)).ToHashSet();
        string[] once = ["404.html", "about/index.html", "data/index.html", "glossary/index.html"];
        Assert.Equal(
            paths.Where(p => !IsEarlier(p)).Except(once).Order(StringComparer.Ordinal),
            paths.Where(IsEarlier).Select(p => p["2017/".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LinksToItsOwnPagesAndSaysWhichYearItIs()
    {
        var site = await SiteOfTwoYearsAsync();
        foreach (var path in site.Select(f => f.Path).Where(p => IsEarlier(p) && p.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = site.Page(path);
            Assert.Contains("平成29（2017）年度の報告です", page.QuerySelector(".earlier")?.TextContent, StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll("main a, header a").Select(a => a.GetAttribute("href")!), href => Assert.True(
                href == "/" || href[0] == '#' || href.StartsWith("/2017/", StringComparison.Ordinal) || href == Links.Data.Href || href.StartsWith(Links.About.Href, StringComparison.Ordinal) || href.StartsWith(Links.Glossary.Href, StringComparison.Ordinal), $"{path}: {href}"));
        }
    }

    [Fact]
    public async Task TheNewestYearHasNoSuchNoteAndTheEarlierIsInItsFooter()
    {
        var home = (await SiteOfTwoYearsAsync()).Page("index.html");
        Assert.Null(home.QuerySelector(".earlier"));
        Assert.NotNull(home.QuerySelector("footer a[href='/2017/']"));
    }

    [Fact]
    public async Task OnlyTheNewestYearIsTheLatestData()
    {
        var site = await SiteOfTwoYearsAsync();
        Assert.Equal(site.Html("data/latest/departments.json"), site.Html("data/2018/departments.json"));
        Assert.Contains(site, f => f.Path == "data/2017/departments.json");
    }

    private static bool IsEarlier(string path) => path.StartsWith("2017/", StringComparison.Ordinal);

    private static Task<IReadOnlyList<SiteFile>> SiteOfTwoYearsAsync() =>
        Some.SiteOfAsync(Some.Options, SmallReport.Compose() with { ReportingYear = FiscalYear.Of(2017) }, SmallReport.Compose());
}
