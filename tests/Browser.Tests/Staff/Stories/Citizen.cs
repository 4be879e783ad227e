using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>Readers of the public site, who know nothing of the portal.</summary>
/// <param name="visitAsync">Lets one of them in, whose browser has kept no page of an earlier visit.</param>
internal sealed class Citizen(Func<Func<Portal, Task>, Task> visitAsync)
{
    /// <summary>Goes from the home page to the participants of a lecture at one hospital.</summary>
    public Task ReadTheFigureAsync(string figure, string other) => visitAsync(async browser =>
    {
        await browser.OpenAsync("/");
        await browser.GoAsync("/departments/");
        await browser.GoAsync("/departments/byoin/");
        await browser.GoAsync("/initiatives/byoin-0002/");
        await Assertions.Expect(browser.Page.Locator(".figures")).ToContainTextAsync(figure);
        await Assertions.Expect(browser.Page.Locator(".figures")).Not.ToContainTextAsync(other);
    });

    /// <returns>管理番号 of an initiative, as its page names it.</returns>
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

    /// <summary>Opens what was bookmarked before the reorganisation.</summary>
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
