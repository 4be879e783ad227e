using System.Xml.Linq;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOfTwoYearsShared.Name)]
public class SitemapTests(SiteOfTwoYears site)
{
    [Fact]
    public void TheSitemapListsEveryPageExceptRedirectsAndTheNotFoundPage()
    {
        var listed = XDocument.Parse(site.Files.Html("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc")
            .Select(e => new Uri(e.Value).AbsolutePath);
        var pages = site.Pages.Where(p => p.Key != "404.html" && p.Value.QuerySelector("meta[http-equiv=refresh]") is null)
            .Select(p => $"/{p.Key[..^"index.html".Length]}");
        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheSitemapDatesEachPageByThePublicationThatLastChangedIt()
    {
        var dates = XDocument.Parse(site.Files.Html("sitemap.xml")).Root!.Elements()
            .ToDictionary(u => new Uri(u.Elements().First().Value).AbsolutePath, u => u.Elements().Last().Value[..10]);
        var (mended, edited) = (SiteOfTwoYears.Input.Newest.Indicators[0], SiteOfTwoYears.Input.Newest.Initiatives[1]);

        Assert.Equal(("2018-08-06", "2018-08-31"), (dates[$"/indicators/{mended.Id}/"], dates[$"/initiatives/{edited.Id}/"]));
        Assert.Equal(("2018-08-31", "2018-08-31", "2018-08-31"), (dates["/"], dates["/data/"], dates["/wards/"]));
        Assert.All(dates.Where(d => d.Key.StartsWith("/2017/", StringComparison.Ordinal)), d => Assert.Equal("2018-08-01", d.Value));
        Assert.Contains("2018-08-01", dates.Where(d => d.Key.StartsWith("/initiatives/", StringComparison.Ordinal)).Select(d => d.Value));
    }

    [Fact]
    public async Task WithoutAHistoryTheSitemapContainsNoDates() =>
        Assert.DoesNotContain("lastmod", (await Some.SiteOfAsync(Some.ReportOf())).Html("sitemap.xml"), StringComparison.Ordinal);
}
