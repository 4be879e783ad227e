namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class ReflowTests(Shown shown)
{
    private const int Height = 640;

    public static TheoryData<string> Types => PageTypes.All;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task APageFitsTheNarrowestWindowAlsoWithWiderSpacing(string type)
    {
        List<string> found = [];
        await shown.VisitEachAsync(shown.PagesOf(type), async (visit, page) =>
        {
            await visit.Page.SetViewportSizeAsync(Reflow.Width, Height);
            await visit.Page.OpenDisclosuresAsync();
            found.AddRange((await Reflow.FaultsAsync(visit.Page)).Select(f => $"{page.Path}: {f}"));
            // Adds the style by script and not as a style element, because the page's Content-Security-Policy blocks style elements, as it
            // should.
            await visit.Page.EvaluateAsync(
                "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", Reflow.Spacing);
            found.AddRange((await Reflow.FaultsAsync(visit.Page)).Select(f => $"{page.Path} with wider spacing: {f}"));
        });
        Faults.None(found);
    }

    [Theory]
    [InlineData("<p style='width: 350px'>広い</p>", "scrolls to 350 px")]
    [InlineData("<p style='width: 20px'>一文字ずつ折り返される段落</p>", "squeezed to 16 px")]
    [InlineData("<p style='height: 20px; overflow: hidden'>一行目<br>二行目</p>", "cut off")]
    public Task ReflowReportsAPageThatIsTooWideSqueezedOrCutOff(string html, string fault) => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetViewportSizeAsync(Reflow.Width, Height);
        await visit.Page.SetContentAsync($"<!doctype html><body style='margin: 0'>{html}");
        Assert.Contains(await Reflow.FaultsAsync(visit.Page), f => f.StartsWith(fault, StringComparison.Ordinal));
    });
}
