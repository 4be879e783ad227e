using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>Readers of the public site, who know nothing of the portal.</summary>
/// <param name="visitAsync">Runs a visit by one of them, in a browser that has no cached pages of an earlier visit.</param>
internal sealed class Citizen(Func<Func<Portal, Task>, Task> visitAsync)
{
    /// <summary>
    /// Goes from the home page to an initiative of 病院局, and checks that its page shows the first figure and not the other one.
    /// </summary>
    public Task ReadTheFigureAsync(string figure, string other) => visitAsync(async browser =>
    {
        await browser.OpenAsync("/");
        await browser.GoAsync("/departments/");
        await browser.GoAsync("/departments/byoin/");
        await browser.GoAsync("/initiatives/byoin-0002/");
        await Assertions.Expect(browser.Page.Locator(".figures")).ToContainTextAsync(figure);
        await Assertions.Expect(browser.Page.Locator(".figures")).Not.ToContainTextAsync(other);
    });

    /// <returns>The record id (管理番号) of the initiative, from the address of its page.</returns>
    public async Task<string> FindAsync(string initiative)
    {
        var record = "";
        await visitAsync(async browser =>
        {
            await browser.OpenAsync("/departments/byoin/");
            await browser.Page.GetByRole(AriaRole.Link, new() { Name = initiative }).First.ClickAsync();
            await browser.Page.WaitForURLAsync("**/initiatives/*/");
            record = new Uri(browser.Page.Url).Segments[^1].TrimEnd('/');
        });
        return record;
    }

    public Task FindNoMoreAsync(string record, string initiative) => visitAsync(async browser =>
    {
        await browser.OpenAsync($"/initiatives/{record}/", 404);
        await browser.OpenAsync("/departments/byoin/");
        await browser.SeesNotAsync(initiative);
    });

    /// <summary>Opens addresses that readers bookmarked before the reorganisation, and checks where they lead now.</summary>
    public Task FollowTheDepartmentsThatMovedAsync() => visitAsync(async browser =>
    {
        await browser.OpenAsync("/departments/jogesuido/");
        await Assertions.Expect(browser.Heading).ToContainTextAsync(NewYear.Waterworks);
        await browser.OpenAsync("/departments/kankyo/");
        await browser.SeesAsync(CoordinatorsYear.Conservation);
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = CoordinatorsYear.Recycling }).First.ClickAsync();
        await Assertions.Expect(browser.Heading).ToContainTextAsync(CoordinatorsYear.Recycling);
        await Assertions.Expect(browser.Page.Locator("a[href$='/collaborations/kankyo-0001/']").First).ToBeVisibleAsync();
    });
}
