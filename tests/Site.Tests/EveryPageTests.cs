namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class EveryPageTests(SiteOf2018 site)
{
    [Fact]
    public void HasOneTopHeading() => Assert.All(site.Pages, p => Assert.Single(p.Value.QuerySelectorAll("h1")));
}
