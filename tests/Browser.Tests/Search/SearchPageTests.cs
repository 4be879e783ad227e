using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Search;

[Collection(OneCity.Name)]
public sealed class SearchPageTests(City city)
{
    private const string NothingHolds = "ざじずぜぞ";

    [Fact]
    public Task TypingAQueryShowsResultsAndPutsTheQueryIntoTheAddress() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);
        await visit.Field().PressSequentiallyAsync("認知症");
        await visit.AnswerAsync("認知症");
        Assert.Equal($"{city.Address}search/?q={Uri.EscapeDataString("認知症")}", visit.Page.Url);
        await Assertions.Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^「認知症」の検索結果"));
        await Assertions.Expect(visit.Results().First.Locator("mark").First).ToHaveTextAsync("認知症");
    });

    [Fact]
    public Task TheAddressContainsTheQueryAlsoInABrowserThatDoesNotCountParameters() => city.VisitAsync(async visit =>
    {
        await visit.Page.AddInitScriptAsync("delete URLSearchParams.prototype.size");
        await visit.OpenAsync(Searching.Path);
        await visit.Field().FillAsync("認知症");
        await visit.Field().PressAsync("Enter");
        await visit.AnswerAsync("認知症");
        Assert.Equal($"{city.Address}search/?q={Uri.EscapeDataString("認知症")}", visit.Page.Url);
    });

    [Theory]
    [InlineData("認知症")]
    [InlineData(NothingHolds)]
    public Task ThePageLayoutDoesNotShiftWhenTheAnswerAppears(string query) => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.WaitPatientlyAsync();
        await visit.Page.RouteAsync("**/search/index.json", async route =>
        {
            // Delays the index of the search until the browser has painted the page, so that the answer comes after that.
            await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            await route.FallbackAsync();
        });
        await visit.SearchAsync(query);
        await Assertions.Expect(visit.Page.Locator("main .ways")).ToBeVisibleAsync();
        var shift = await visit.Page.EvaluateAsync<double>("""
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
              const observer = new PerformanceObserver(() => {});
              observer.observe({ type: 'layout-shift', buffered: true });
              done(observer.takeRecords().reduce((sum, entry) => sum + entry.value, 0));
            })))
            """);
        Assert.InRange(shift, 0, 0.01);
    });

    // A screen reader announces a change only in a region that existed before.
    [Fact]
    public Task TheRegionThatAnnouncesResultsExistsBeforeTheFirstSearch() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveCountAsync(1);
        Assert.Equal(0, (await visit.Status().BoundingBoxAsync())?.Height);
    });

    [Fact]
    public Task TheNumberOfResultsIsAnnouncedOnlyOnceWhileAQueryIsTyped() => city.VisitAsync(async visit =>
    {
        await visit.WaitPatientlyAsync();
        await visit.OpenAsync(Searching.Path);
        await visit.Page.EvaluateAsync("""
            window.said = [];
            const status = document.querySelector('[role=status]');
            new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
            """);
        await visit.Field().PressSequentiallyAsync("高津区", new() { Delay = 20 });
        await visit.AnswerAsync("高津区");
        var said = await visit.Page.EvaluateAsync<string[]>("window.said");
        Assert.Equal([$"「高津区」は{(await visit.AddressesAsync()).Count}件見つかりました。"], said);
    });

    [Fact]
    public Task TheSearchWaitsWhileTextIsBeingComposedWithAnInputMethod() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);
        await visit.Field().FocusAsync();
        var keyboard = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = "たかつ", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await visit.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 600))");
        Assert.Equal("", await visit.Status().InnerTextAsync());
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "高津" });
        await visit.AnswerAsync("高津");
    });

    [Fact]
    public Task TabReachesEveryResultAndTheBackButtonRestoresTheResults() => city.VisitAsync(async visit =>
    {
        var page = visit.Page;
        await visit.SearchAsync("認知症");
        var results = await visit.AddressesAsync();
        await page.Locator(".found-filter button").Last.FocusAsync();
        foreach (var address in results)
        {
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("a:focus")).ToHaveAttributeAsync("href", address);
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#search-results")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await visit.AnswerAsync("認知症");
        Assert.Equal("認知症", await visit.Field().InputValueAsync());
        Assert.Equal(results, await visit.AddressesAsync());
    });

    [Fact]
    public Task TheButtonForMoreResultsShowsThemAndFocusesTheFirstOfThem() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync("地域");
        await Assertions.Expect(visit.Results()).ToHaveCountAsync(10);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "さらに表示する" }).PressAsync("Enter");
        await Assertions.Expect(visit.Results().Nth(10)).ToBeFocusedAsync();
        var addresses = await visit.AddressesAsync();
        Assert.Equal(addresses.Distinct(StringComparer.Ordinal), addresses);
    });

    [Fact]
    public Task TheBackAndForwardButtonsReturnToEachSubmittedQuery() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);
        foreach (var query in new[] { "認知症", "防災" })
        {
            await visit.Field().FillAsync(query);
            await visit.Field().PressAsync("Enter");
            await visit.AnswerAsync(query);
        }

        await visit.Page.GoBackAsync();
        await visit.AnswerAsync("認知症");
        Assert.Equal("認知症", await visit.Field().InputValueAsync());
        await visit.Page.GoForwardAsync();
        await visit.AnswerAsync("防災");
    });

    [Fact]
    public Task ResultsCanBeFilteredByKind() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync("認知症");
        var button = visit.Page.Locator("[data-kind=initiative]");
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.All(await visit.AddressesAsync(), a => Assert.StartsWith("/initiatives/", a, StringComparison.Ordinal));
        Assert.EndsWith("&kind=initiative", visit.Page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task AChosenKindAppliesToTheSameQueryOnly() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync("認知症");
        await visit.Page.Locator("[data-kind=indicator]").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("&kind=indicator$"));
        await visit.Field().PressAsync("Enter");
        Assert.EndsWith("&kind=indicator", visit.Page.Url, StringComparison.Ordinal);

        await visit.Field().FillAsync("高津区");
        await visit.Field().PressAsync("Enter");
        await visit.AnswerAsync("高津区");
        Assert.Equal("/wards/takatsu/", (await visit.AddressesAsync())[0]);
        Assert.DoesNotContain("kind", visit.Page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task AQueryWithoutResultsIsReportedWithALinkToTheWordIndex() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync(NothingHolds);
        Assert.Equal($"「{NothingHolds}」は見つかりませんでした。", await visit.Status().InnerTextAsync());
        await Assertions.Expect(visit.Page.Locator("main .ways a[href='/search/words/']")).ToBeVisibleAsync();
    });

    [Fact]
    public Task WhenOnlyOneOfTwoWordsIsFoundThePageLinksToASearchForThatWord() => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync($"認知症 {NothingHolds}");
        await visit.Page.Locator("#search-results .tags a", new() { HasTextString = "認知症" }).ClickAsync();
        await visit.AnswerAsync("認知症");
        Assert.NotEmpty(await visit.AddressesAsync());
    });

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\" onfocus=\"alert(1)")]
    [InlineData("%E0%A4%A ((([[[\\")]
    [InlineData("。、・「」　？")]
    [InlineData("の")]
    [InlineData("__proto__ constructor")]
    public Task AnyQueryTextIsAnsweredAndNotInterpretedAsHtml(string query) => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync(query.Trim());
        Assert.Equal(0, await visit.Page.Locator("main img, main script").CountAsync());
    });

    [Fact]
    public Task TheSearchTriesAgainWhenAFileOfTheIndexCannotBeRead() => city.VisitAsync(async visit =>
    {
        // The first file requested is invalid, as if the site had been published after the search had read the list of its files.
        var first = true;
        await visit.Page.RouteAsync("**/search/t*.json", route =>
        {
            (first, var gone) = (false, first);
            return gone ? route.FulfillAsync(new() { Status = 200, Body = "not json" }) : route.FallbackAsync();
        });
        await visit.SearchAsync("認知症");
        Assert.NotEmpty(await visit.AddressesAsync());
    });

    [Fact]
    public async Task ThePageReportsThatTheSearchIndexCannotBeLoadedAndSearchesAgainOnRequest()
    {
        var complaints = await city.ComplaintsOfAsync(async visit =>
        {
            await visit.Page.RouteAsync("**/search/index.json", route => route.AbortAsync());
            await visit.OpenAsync($"{Searching.Path}?q=a");
            await Assertions.Expect(visit.Status()).ToContainTextAsync("検索の索引を読み込めませんでした");
            await visit.Page.UnrouteAsync("**/search/index.json");
            await visit.Page.Locator("#search").GetByRole(AriaRole.Button, new() { Name = "検索" }).ClickAsync();
            await visit.AnswerAsync("a");
        });
        Assert.All(complaints, c => Assert.Contains("/search/index.json failed", c, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280, "/wards/", "#site-search-q")]
    [InlineData(1280, "/", "#home-search-q")]
    [InlineData(360, "/", "#home-search-q")]
    public Task TheSearchFormOfAnotherPageLeadsToTheResults(int width, string page, string field) => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(width, 800);
        await visit.OpenAsync(page);
        await visit.Page.Locator(field).FillAsync("高津区");
        await visit.Page.Locator(field).PressAsync("Enter");
        await visit.AnswerAsync("高津区");
        Assert.Equal("/wards/takatsu/", (await visit.AddressesAsync())[0]);
    });

    [Fact]
    public Task OnATelephoneTheHeaderLinksToTheSearch() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.OpenAsync("/wards/");
        await visit.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "検索" }).ClickAsync();
        await Assertions.Expect(visit.Field()).ToBeVisibleAsync();
    });

    [Fact]
    public Task WithoutScriptsAReaderFindsAPageThroughTheWordIndex() => city.VisitAsync(
        async visit =>
        {
            await visit.OpenAsync("/");
            await visit.Page.Locator("#home-search-q").FillAsync("認知症");
            await visit.Page.Locator("#home-search-q").PressAsync("Enter");
            await visit.Page.Locator("main p").GetByRole(AriaRole.Link, new() { Name = "ことばの索引" }).ClickAsync();
            await visit.Page.Locator("dl > div", new() { Has = visit.Page.Locator("dt", new() { HasTextString = "認知症" }) })
                .GetByRole(AriaRole.Link).First.ClickAsync();
            await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("認知症");
        },
        Scripts.Disabled);
}
