using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.PublicSite;

[Collection(OneCity.Name)]
public sealed class SourceTests(City city)
{
    private const int MostTabStops = 40;

    [Fact]
    public Task ASourceOpensAndClosesByKeyboard() => city.VisitAsync(async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(city, PageType.LongInitiative);
        var source = page.Locator("details", new() { Has = page.Locator("summary:focus", new() { HasTextString = "出典" }) });
        await TabToAsync(page, source);
        var file = source.GetByText(".xlsx");
        await Assertions.Expect(file).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(file).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(file).ToBeHiddenAsync();
    });

    private static async Task TabToAsync(IPage page, ILocator focused)
    {
        for (var stops = 0; await focused.CountAsync() == 0; stops++)
        {
            Assert.True(stops < MostTabStops, $"Not reached in {MostTabStops} tab stops.");
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
