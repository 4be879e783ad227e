using System.Xml.Linq;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOfTwoYearsShared.Name)]
public class SitemapTests(SiteOfTwoYears site)
{
    [Fact]
    public void NamesEveryPageAndNothingElse()
    {
        var listed = XDocument.Parse(site.Files.Html("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath);
        var pages = site.Pages.Keys.Where(p => p != "404.html").Select(p => $"/{p[..^"index.html".Length]}");
        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
