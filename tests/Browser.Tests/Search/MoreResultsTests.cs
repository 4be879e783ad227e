using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Search;
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

    [Theory]
    [InlineData("訪問診療")]
    [InlineData("障害者 就労")]
    public Task TheSentenceAndTheKindsHaveTheSameNumberAndEveryKindHasThatNumberOfResults(string query) => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync(query);
        await AssertSameNumberAsync(visit);
        var expected = await AllAsync(visit, clicks: 1);
        await AssertSameNumberAsync(visit);
        var kinds = await Kinds(visit).AllInnerTextsAsync();
        Assert.Equal($"すべて {Number(expected.Count)}", kinds[0]);
        Assert.All(kinds, kind => Assert.DoesNotContain("約", kind, StringComparison.Ordinal));
        for (var at = 1; at < kinds.Count; at++)
        {
            await Kinds(visit).Nth(at).ClickAsync();
            await Assertions.Expect(Kinds(visit).Nth(at)).ToHaveAttributeAsync("aria-pressed", "true");
            Assert.Equal(kinds, await Kinds(visit).AllInnerTextsAsync());
            await AssertSameNumberAsync(visit);
            Assert.Equal(kinds[at].Split(' ')[^1], Number((await AllAsync(visit, clicks: 1)).Count));
        }
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

    // Each entry is in a file of its own, so that the files of the first 20 exceed the limit of files for one search.
    [Fact]
    public Task AResultBeyondTheLimitOfFilesIsLoadedByTheNextRequest() => city.VisitAsync(async visit =>
    {
        var entries = Enumerable.Range(1, 30).Select(n => new SearchEntry(SearchKind.Collaboration, $"/other/{n}/", "散歩の会 参加者数の増加")
        {
            Text = string.Concat(Enumerable.Range(n * 1000, 1000).Select(c => (char)('\u4E00' + (c % 20_000)))),
        });
        var files = SearchIndex.Files([.. entries], SiteContent.Shipped.Vocabulary).ToDictionary(f => $"/{f.Path}", f => f.Bytes.ToArray());
        await visit.Page.RouteAsync("**/search/*.json", route =>
            route.FulfillAsync(new() { BodyBytes = files[new Uri(route.Request.Url).AbsolutePath], ContentType = "application/json" }));
        await visit.OpenAsync(Searching.Path);
        var counts = await visit.Page.EvaluateAsync<int[]>(
            """
            async () => {
              const { Finder } = await import([...document.scripts].map(s => s.src).find(s => s.includes('/finder.')));
              const finder = await Finder.open();
              const found = await finder.find('散歩の会 参加者数 増加', 20);
              const counts = [found.hits.length];
              for (let i = 0; i < 30 && !found.isAll; i++) {
                finder.allow();
                await found.more(found.hits.length + 10);
              }
              return [...counts, found.hits.length];
            }
            """);
        Assert.InRange(counts[0], 12, 19);
        Assert.Equal(30, counts[1]);
    });

    private static ILocator More(Visitor visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "さらに表示する" });

    private static ILocator Kinds(Visitor visit) => visit.Page.Locator(".found-filter button");

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task AssertSameNumberAsync(Visitor visit)
    {
        var chosen = await visit.Page.Locator(".found-filter [aria-pressed=true] .count").InnerTextAsync();
        Assert.Contains($"は{chosen}件見つかりました。", await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
    }

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
