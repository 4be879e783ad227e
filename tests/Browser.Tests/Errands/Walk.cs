using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Errands;

/// <summary>A visitor's way through the site, counted in clicks; typing a word and pressing Enter is one.</summary>
internal sealed class Walk
{
    private const int MostClicks = 4;
    private int clicks;

    private Walk(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<Walk> FromHomeAsync(Visitor visit)
    {
        await visit.OpenAsync("/");
        return new(visit.Page);
    }

    public async Task SearchAsync(string words)
    {
        Count();
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox).FillAsync(words);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <param name="name">What the link says; its beginning is enough.</param>
    public Task FollowAsync(string name) => ClickAsync(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name }).First);

    public Task OpenAsync(string summary) => ClickAsync(Page.GetByRole(AriaRole.Main).Locator("summary", new() { HasTextString = summary }).First);

    public async Task ClickAsync(ILocator target)
    {
        Count();
        await target.ClickAsync();
    }

    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Main).GetByText(text).Locator("visible=true").First).ToBeVisibleAsync();

    private void Count() => Assert.True(++clicks <= MostClicks, $"More than {MostClicks} clicks.");
}
