using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(ShownToAxe.Name)]
public sealed class AxeTests(Shown shown)
{
    private const int Tabs = 2, Height = 800;

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(360, ColorScheme.Dark), (360, ColorScheme.Light), (1280, ColorScheme.Light), (1280, ColorScheme.Dark)];

    public static TheoryData<string> Types => PageTypes.All;

    // Checks only the shortest page of each type, because one page shows how the type looks. With FULL_MATRIX=1, checks more pages.
    [Theory]
    [MemberData(nameof(Types))]
    public async Task APageOfEachTypeHasNoAxeViolationAtAnyWidthOrColourScheme(string type) =>
        Faults.None(await ViolationsAsync(Shown.IsFullMatrix ? shown.PagesOf(type) : [shown.ShortestOf(type)], _ => Looks));

    // What axe finds depends on the structure of a page and not on its words, so it is enough to check the few pages that together have
    // every structure. Structures of the shortest page of each type are left out, because the test above checks them. Each browser tab uses
    // its own width and colour scheme.
    [Fact]
    public async Task PagesThatTogetherHaveEveryStructureHaveNoAxeViolation() => Faults.None(await ViolationsAsync(
        DomShape.Covering(shown.City.Pages.Concat(shown.Hostile.Pages), PageTypes.Names.Select(shown.ShortestOf)),
        tab => [Looks[Tabs * tab]]));

    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color: #999'>薄い</p>", "color-contrast")]
    [InlineData("<h3>飛んだ見出し</h3>", "heading-order")]
    [InlineData("<a href='/'></a>", "link-name")]
    [InlineData(
        "<button style='width: 9px; height: 9px; padding: 0'>一</button><button style='width: 9px; height: 9px; padding: 0'>二</button>",
        "target-size")]
    public Task AxeReportsTheViolatedRuleOfAnInaccessiblePage(string html, string rule) => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetContentAsync($"<!doctype html><html lang='ja'><title>試験</title><main><h1>試験</h1>{html}</main>");
        Assert.Contains(await Axe.ViolationsAsync(visit.Page), v => v.StartsWith($"{rule}:", StringComparison.Ordinal));
    });

    [Fact]
    public Task AxeReportsLowContrastThatOccursOnlyInTheDarkColourScheme() => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetContentAsync(
            "<!doctype html><html lang='ja'><title>試験</title><style>@media (prefers-color-scheme: dark) { p { color: #333; background: "
                + "#222 } }</style><main><h1>試験</h1><p>暗い</p></main>");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Empty(await Axe.ViolationsOfColoursAsync(visit.Page));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.StartsWith("color-contrast:", Assert.Single(await Axe.ViolationsOfColoursAsync(visit.Page)), StringComparison.Ordinal);
    });

    private async Task<IReadOnlyList<string>> ViolationsAsync(
        IEnumerable<ShownPage> pages, Func<int, IReadOnlyList<(int Width, ColorScheme Scheme)>> looksOf)
    {
        var found = await Task.WhenAll(
            pages.Index().GroupBy(p => p.Index % Tabs, p => p.Item).Select(tab => ViolationsAsync(tab, looksOf(tab.Key))));
        return [.. found.SelectMany(f => f)];
    }

    private async Task<IReadOnlyList<string>> ViolationsAsync(
        IEnumerable<ShownPage> pages, IReadOnlyList<(int Width, ColorScheme Scheme)> looks)
    {
        List<string> found = [];
        await shown.VisitEachAsync(pages, async (visit, page) =>
        {
            await visit.Page.OpenDisclosuresAsync();
            if (!Shown.IsFullMatrix)
                await visit.Page.ThinOutAsync();
            var before = 0;
            foreach (var (width, scheme) in looks)
            {
                await visit.Page.SetViewportSizeAsync(width, Height);
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                // Another colour scheme changes only colours, so at the same width only the rules about colours are checked again.
                var violations = width == before && !Shown.IsFullMatrix
                    ? await Axe.ViolationsOfColoursAsync(visit.Page)
                    : await Axe.ViolationsAsync(visit.Page);
                found.AddRange(violations.Select(v => $"{page.Path} at {width} {scheme}: {v}"));
                before = width;
            }
        });
        return found;
    }
}
