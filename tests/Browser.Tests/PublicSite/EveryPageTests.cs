using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.PublicSite;

[Collection(OneCity.Name)]
public sealed class EveryPageTests(City city)
{
    public static TheoryData<string> Pages => PageType.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task APageFitsEveryWindowWidthWithClosedAndOpenDisclosures(string type) => city.VisitAgainAsync(async visit =>
    {
        await visit.OpenAsync(city, type);
        await visit.FitsEveryWidthAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await visit.FitsEveryWidthAsync();
    });

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task WithoutScriptsTheTextIsTheSame(string type) =>
        Assert.Equal(await TextOfAsync(type, Scripts.Enabled), await TextOfAsync(type, Scripts.Disabled));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task TheFirstTabStopSkipsToTheText(string type) => city.VisitAgainAsync(async visit =>
    {
        var (page, main) = (visit.Page, visit.Page.GetByRole(AriaRole.Main));
        await visit.OpenAsync(city, type);
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator("a:focus");
        await Assertions.Expect(skip).ToHaveTextAsync("本文へ移動");
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(main).ToBeFocusedAsync();
    });

    private async Task<string> TextOfAsync(string type, Scripts scripts)
    {
        var text = "";
        await city.VisitAgainAsync(
            async visit =>
            {
                await visit.OpenAsync(city, type);
                // Controls of the class by-script are shown only where scripts run, so they are removed before the two texts are compared.
                await visit.Page.EvaluateAsync("document.querySelectorAll('.by-script').forEach(e => e.remove())");
                text = await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync();
            },
            scripts);
        Assert.NotEqual("", text);
        return text;
    }
}
