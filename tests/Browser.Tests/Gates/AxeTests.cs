using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(ShownToAxe.Name)]
public sealed class AxeTests(Shown shown)
{
    private const int Tabs = 2, Height = 800;

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(360, ColorScheme.Dark), (1280, ColorScheme.Light), (360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    public static TheoryData<string> Types => PageTypes.All;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task APageTypeHasNoViolationInAnyLook(string type)
    {
        List<string> found = [];
        await shown.VisitEachAsync(type, async (visit, page) =>
        {
            await visit.Page.OpenDisclosuresAsync();
            foreach (var (width, scheme) in LooksOf(page))
            {
                await visit.Page.SetViewportSizeAsync(width, Height);
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                found.AddRange((await Axe.ViolationsAsync(visit.Page)).Select(v => $"{page.Path} at {width} {scheme}: {v}"));
            }
        });
        Faults.None(found);
    }

    // Those of the same structure differ in their words alone; FULL_MATRIX=1 takes every page.
    [Fact]
    public async Task NoPageHasAViolation()
    {
        var others = shown.City.Pages.Where(IsOfTheWholeReport).Except(PageTypes.Names.SelectMany(shown.PagesOf).Select(p => p.Page));
        IReadOnlyList<ShownPage> pages = Shown.IsFullMatrix ? [.. others] : DomShape.Distinct(others);
        var found = await Task.WhenAll(Enumerable.Range(0, Tabs).Select(tab => ViolationsAsync(pages.Where((_, n) => n % Tabs == tab))));
        Faults.None([.. found.SelectMany(f => f)]);
    }

    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color: #999'>薄い</p>", "color-contrast")]
    [InlineData("<h3>飛んだ見出し</h3>", "heading-order")]
    [InlineData("<a href='/'></a>", "link-name")]
    [InlineData("<button style='width: 9px; height: 9px; padding: 0'>一</button><button style='width: 9px; height: 9px; padding: 0'>二</button>", "target-size")]
    public Task ABrokenPageHasOne(string html, string rule) => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetContentAsync($"<!doctype html><html lang='ja'><title>試験</title><main><h1>試験</h1>{html}</main>");
        Assert.Contains(await Axe.ViolationsAsync(visit.Page), v => v.StartsWith($"{rule}:", StringComparison.Ordinal));
    });

    // The earlier year is a part of the same report, moved by a year.
    private static bool IsOfTheWholeReport(ShownPage page) => !page.Path.StartsWith("/2017/", StringComparison.Ordinal);

    private (int Width, ColorScheme Scheme)[] LooksOf(ShownPage page) =>
        Shown.IsFullMatrix || shown.City.ExtremesOf(page.Type).Take(1).Contains(page) ? Looks : Looks[..1];

    private async Task<IReadOnlyList<string>> ViolationsAsync(IEnumerable<ShownPage> pages)
    {
        List<string> found = [];
        await shown.VisitAsync(shown.City, async visit =>
        {
            foreach (var page in pages)
            {
                await visit.OpenAsync(page.Path);
                found.AddRange((await Axe.ViolationsAsync(visit.Page)).Select(v => $"{page.Path}: {v}"));
            }
        });
        return found;
    }
}
