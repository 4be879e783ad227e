using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Errands;

/// <summary>A visitor's way through the site. Counts the clicks; typing a word and pressing Enter counts as one click.</summary>
internal sealed class Walk
{
    private const int MostClicks = 4, MostTabs = 60;

    private int clicks;

    private Walk(IPage page) => Page = page;

    public IPage Page { get; }

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public static async Task<Walk> FromHomeAsync(Visitor visit)
    {
        await visit.OpenAsync("/");
        return new(visit.Page);
    }

    public async Task SearchAsync(string words)
    {
        Count();
        await Main.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <param name="name">A text that the link contains. If several links contain it, the first one is followed.</param>
    public Task FollowAsync(string name) => ClickAsync(Main.GetByRole(AriaRole.Link, new() { Name = name }).First);

    /// <param name="name">The whole text of the link.</param>
    public Task ChooseAsync(string name) => ClickAsync(Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

    public Task OpenAsync(string summary) => ClickAsync(Main.Locator("summary", new() { HasTextString = summary }).First);

    public async Task ClickAsync(ILocator target)
    {
        Count();
        await target.ClickAsync();
    }

    public Task SeesAsync(string text) => Assertions.Expect(Main.GetByText(text).Locator("visible=true").First).ToBeVisibleAsync();

    /// <summary>Checks that the number is visible and is a link that a telephone dials.</summary>
    public Task CanCallAsync(string number) =>
        Assertions.Expect(Main.Locator("a[href^='tel:']", new() { HasTextString = number }).First).ToBeVisibleAsync();

    /// <summary>Presses a key that activates something, for example Enter. This counts as a click.</summary>
    public Task PressAsync(string key)
    {
        Count();
        return Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Tab until the first element that matches the selector has the focus. This does not count as a click.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var presses = 0; presses < MostTabs; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.Locator(selector).First.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    private void Count() => Assert.True(++clicks <= MostClicks, $"More than {MostClicks} clicks.");
}
