using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>Tests the button さらに表示する.</summary>
[Collection(OneCity.Name)]
public sealed class MoreResultsTests(City city)
{
    [Fact]
    public Task ADoubleClickLosesNoResultAndTheNumberOfResultsIsExactAtTheEnd() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync("介護");
        var expected = await AllAsync(visit, clicks: 1);
        await visit.SearchAsync("介護");
        Assert.Equal(expected, await AllAsync(visit, clicks: 2));
        await Assertions.Expect(visit.Status()).ToHaveTextAsync($"「介護」は{expected.Count}件見つかりました。");
    });

    [Fact]
    public async Task AFailureIsReportedAndTheButtonCanBePressedAgain()
    {
        const string files = "**/search/d*.json";
        var complaints = await city.ComplaintsOfAsync(async visit =>
        {
            await visit.SearchAsync("地域");
            await visit.Page.RouteAsync(files, route => route.AbortAsync());
            await More(visit).ClickAsync();
            await Assertions.Expect(visit.Status()).ToContainTextAsync("検索の索引を読み込めませんでした");
            await visit.Page.UnrouteAsync(files);
            await More(visit).ClickAsync();
            await Assertions.Expect(visit.Results().Nth(10)).ToBeFocusedAsync();
            await visit.AnswerAsync("地域");
        });
        Assert.All(complaints, c => Assert.Contains(".json failed", c, StringComparison.Ordinal));
    }

    private static ILocator More(Visitor visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "さらに表示する" });

    // The clicks follow each other before anything is loaded.
    private static async Task<IReadOnlyList<string>> AllAsync(Visitor visit, int clicks)
    {
        while (await More(visit).IsVisibleAsync())
        {
            var shown = await visit.Results().CountAsync();
            await More(visit).EvaluateAsync("(button, clicks) => { while (clicks-- > 0) button.click(); }", clicks);
            await Assertions.Expect(visit.Results().Nth(shown)).ToBeVisibleAsync();
        }

        return await visit.AddressesAsync();
    }
}
