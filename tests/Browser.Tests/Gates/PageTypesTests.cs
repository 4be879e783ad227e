using KawasakiServerless.Domain;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class PageTypesTests(Shown shown)
{
    [Fact]
    public void EveryTypeIsShownAndEveryShownPageHasAType()
    {
        Assert.Equal(PageTypes.Names, shown.City.Pages.Concat(shown.Hostile.Pages).Select(p => p.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All([shown.City, shown.Hostile], site => Assert.Equal(
            site.Files.Values.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal) && !LeadsAway(f)).Select(f => f.Path).Order(StringComparer.Ordinal),
            site.Pages.Select(p => p.File.Path).Order(StringComparer.Ordinal)));
    }

    // Nobody can look at a page that leads to another at once.
    private static bool LeadsAway(SiteFile file) => file.Bytes.Span.IndexOf("http-equiv=\"refresh\""u8) >= 0;
}
