namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class PageTypesTests(Shown shown)
{
    [Fact]
    public void EveryPageTypeOccursOnTheTestedSitesAndEveryHtmlFileHasAPageType()
    {
        Assert.Equal(
            PageTypes.Names, shown.City.Pages.Concat(shown.Hostile.Pages).Select(p => p.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All([shown.City, shown.Hostile], site => Assert.Equal(
            site.Files.Values.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => f.Path)
                .Order(StringComparer.Ordinal),
            site.Pages.Select(p => p.File.Path).Order(StringComparer.Ordinal)));
    }
}
