using System.Globalization;
using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Search;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>Tests that the search answers what citizens ask in their own words.</summary>
[Collection(OneCity.Name)]
public sealed class AnsweringTests(City city, ITestOutputHelper output)
{
    private const int MostBytesOfAQuery = 60_000, Questions = 100, FewestRight = 50;
    private const double FewestFirst = 0.95;

    [Fact]
    public Task AtLeast95PercentOfQueriesFindTheExpectedPageFirstAndLoadLittle() => city.VisitAsync(async visit =>
    {
        var answers = await AskAsync(visit, AskedQuery.All.Select(q => q.Query));
        var wrong = AskedQuery.All.Zip(answers).Where(a => !a.First.First.Contains(a.Second.First))
            .Select(a => $"{a.First.Query}: {a.Second.First}").ToList();
        var bytes = answers.Select(a => a.Bytes).Order().ToList();
        output.WriteLine(
            $"{answers.Count - wrong.Count} of {answers.Count} first; bytes: {bytes[bytes.Count / 2]} in the middle, {bytes[^1]} at most");
        wrong.ForEach(output.WriteLine);
        Assert.Equal(128, answers.Count);
        Assert.True(wrong.Count <= answers.Count * (1 - FewestFirst), string.Join('\n', wrong));
        Assert.InRange(bytes[^1], 1, MostBytesOfAQuery);
    });

    [Fact]
    public Task TheSearchAnswersAQuestionAboutAFigureCorrectlyOrNotAtAll() => city.VisitAsync(async visit =>
    {
        var questions = FigureQuestion.Of(await city.ReadAsync("indicators"), Questions);
        var answers = await AskAsync(visit, questions.Select(q => q.Text));
        var told = questions.Zip(answers).Where(a => a.Second.Year > 0).ToList();
        var wrong = told.Where(a => !a.First.IsAnsweredBy(a.Second.Address, a.Second.Year, a.Second.Value, a.Second.Cell))
            .Select(a => $"{a.First.Text}: {a.Second}").ToList();
        output.WriteLine(
            $"{questions.Count} questions: {told.Count - wrong.Count} right, {questions.Count - told.Count} not told, {wrong.Count} wrong");
        Assert.Empty(wrong);
        Assert.InRange(told.Count, FewestRight, Questions);
        Assert.InRange(answers.Max(a => a.Bytes), 1, MostBytesOfAQuery);
    });

    // Each question contains words of a reported indicator, but asks for a figure that the report does not contain, or does not say which
    // of several figures is meant.
    [Theory]
    [InlineData("横浜市の特定健診受診率")]
    [InlineData("国民の特定健診受診率")]
    [InlineData("女性の特定健診受診率は")]
    [InlineData("特定健診以外の受診率")]
    [InlineData("特定健診を受けなかった人の割合")]
    [InlineData("2015年度の特定健診受診率")]
    [InlineData("来年の老人クラブ会員数")]
    [InlineData("老人クラブは何人")]
    [InlineData("高津区の老人クラブの会員数")]
    [InlineData("受診率は")]
    [InlineData("参加者数はいくつ")]
    [InlineData("相談件数は")]
    [InlineData("防災イベントの受講者数")]
    [InlineData("シルバー人材センター登録者数と老人クラブ会員数")]
    public Task TheSearchSaysThatItDoesNotKnowAnUnreportedOrAmbiguousFigure(string question) => city.VisitAgainAsync(async visit =>
    {
        await visit.SearchAsync(question);
        Assert.StartsWith("わかりません。", await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator(".answer")).ToContainTextAsync("わかりません");
    });

    [Fact]
    public Task AnAnswerIsAnnouncedAndNamesYearAndCell() => city.VisitAgainAsync(async visit =>
    {
        await visit.SearchAsync("特定健診の受診率は");
        Assert.StartsWith(
            "平成28（2016）年度の「特定健診受診率」は、26.2%です。平成29（2017）年度は未報告です。", await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
        var answer = visit.Page.Locator(".answer");
        await Assertions.Expect(answer).ToContainTextAsync("出典：2018-健康福祉局.xlsx 視点別取組 セル J28");
        await Assertions.Expect(answer.Locator("a")).ToHaveAttributeAsync("href", "/indicators/kenkofukushi-0022-1/");
    });

    [Fact]
    public Task TheAnswerToAQuestionAboutATrendContainsTheFiguresOfBothYears() => city.VisitAgainAsync(async visit =>
    {
        await visit.SearchAsync("老人クラブの会員数は減った？");
        await Assertions.Expect(visit.Status()).ToContainTextAsync("24,470人から平成29（2017）年度の23,607人へ、減りました。");
        await Assertions.Expect(visit.Page.Locator(".answer h2")).ToHaveTextAsync("24,470人 → 23,607人");
        await Assertions.Expect(visit.Page.Locator(".answer")).ToContainTextAsync("セル J84、K84");
    });

    [Theory]
    [InlineData("人/10万人")]
    [InlineData("m2")]
    [InlineData("点-5段階")]
    public Task TheDirectionOfAChangeIsThatOfTheNumbersWhateverTheirUnit(string unit) => city.VisitAgainAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);
        var sentence = await visit.Page.EvaluateAsync<string>(
            """
            async unit => {
              const { sentence } = await import([...document.scripts].map(s => s.src).find(s => s.includes('/results.')));
              const [before, after] = [[2016, '前年度', `9${unit}`, '', 'J2', 9], [2017, '今年度', `16.2${unit}`, '', 'K2', 16.2]];
              return sentence({ name: '死亡率', values: [before, after] });
            }
            """,
            unit);
        Assert.Equal($"「死亡率」は、前年度の9{unit}から今年度の16.2{unit}へ、増えました。", sentence);
    });

    [Fact]
    public Task ResultsThatContainOnlySomeOfTheWordsAreListedUnderTheirOwnHeading() => city.VisitAgainAsync(async visit =>
    {
        await visit.SearchAsync("夢見ヶ崎動物園 ざじずぜぞ");
        await Assertions.Expect(visit.Page.Locator("#search-results h2").First).ToHaveTextAsync("一部の言葉に合うもの");
        Assert.Equal("/collaborations/kensetsuryokusei-0003/", (await visit.AddressesAsync())[0]);
    });

    [Theory]
    [InlineData(1000, "介護")]
    [InlineData(1, "😀")]
    [InlineData(1, "の")]
    [InlineData(300, "<b>&amp;")]
    [InlineData(500, "a")]
    public Task ALongOrUnusualQueryDoesNotBreakTheLayoutOfTheSearchPage(int times, string text) => city.VisitAgainAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.OpenAsync(Searching.Path);
        // Sets the address by script, as if the server had accepted an address of this length.
        await visit.Page.EvaluateAsync(
            "q => { history.pushState(null, '', `?q=${encodeURIComponent(q)}`); dispatchEvent(new PopStateEvent('popstate')); }",
            string.Concat(Enumerable.Repeat(text, times)));
        await Assertions.Expect(visit.Status()).ToContainTextAsync($"「{text}");
        Assert.InRange((await visit.Status().InnerTextAsync()).Length, 1, 120);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Assertions.Expect(visit.Page.Locator("main .ways")).ToBeVisibleAsync();
    });

    // The index has so many better hits that the entry with the answer is not among the first ones that the search loads.
    [Fact]
    public Task TheEntryWithTheAnswerIsListedOnlyOnce() => city.VisitAsync(async visit =>
    {
        var answer = new SearchEntry(SearchKind.Indicator, "/indicators/answer/", "地域をつなぐ集まり")
        {
            Text = "散歩の会 参加者数",
            Figures = new("散歩の会 参加者数", "散歩の会の開催", "人", "a.xlsx 取組", [new(2017, "平成29（2017）年度", "5人", "", "K2", 5)]),
        };
        var others = Enumerable.Range(1, 30).Select(n => new SearchEntry(SearchKind.Collaboration, $"/other/{n}/", "散歩の会 参加者数の増加"));
        var files = SearchIndex.Files([answer, .. others], SiteContent.Shipped.Vocabulary)
            .ToDictionary(f => $"/{f.Path}", f => f.Bytes.ToArray());
        await visit.Page.RouteAsync("**/search/*.json", route =>
            route.FulfillAsync(new() { BodyBytes = files[new Uri(route.Request.Url).AbsolutePath], ContentType = "application/json" }));
        await visit.SearchAsync("参加者数 散歩の会");
        foreach (var count in new[] { 20, 30, 31 })
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "さらに表示する" }).ClickAsync();
            await Assertions.Expect(visit.Results()).ToHaveCountAsync(count);
        }

        var addresses = await visit.AddressesAsync();
        Assert.Equal(answer.Href, addresses[0]);
        Assert.Equal(addresses.Distinct(StringComparer.Ordinal), addresses);
    });

    // Runs each query without the browser's cache, so that all bytes it needs are loaded and counted.
    private static async Task<IReadOnlyList<Answer>> AskAsync(Visitor visit, IEnumerable<string> queries)
    {
        await visit.OpenAsync(Searching.Path);
        var told = await visit.Page.EvaluateAsync<string[][]>(
            """
            async queries => {
              const { Finder } = await import([...document.scripts].map(s => s.src).find(s => s.includes('/finder.')));
              const plain = window.fetch;
              window.fetch = url => plain(url, { cache: 'no-store' });
              performance.setResourceTimingBufferSize(1000);
              const answers = [];
              for (const query of queries) {
                performance.clearResourceTimings();
                const { hits, answer } = await (await Finder.open()).find(query, 10);
                const bytes = performance.getEntriesByType('resource').reduce((sum, r) => sum + r.encodedBodySize, 0);
                const [year, , value, , cell] = answer?.values?.at(-1) ?? [0, '', '', '', ''];
                answers.push([hits[0]?.href ?? '', String(bytes), answer?.hit?.href ?? '', String(year), value, cell]);
              }
              return answers;
            }
            """,
            queries.ToArray());
        return [.. told.Select(a => new Answer(a[0], Number(a[1]), a[2], Number(a[3]), a[4], a[5]))];
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Answer(string First, int Bytes, string Address, int Year, string Value, string Cell);
}
