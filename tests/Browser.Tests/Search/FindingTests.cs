using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Site.Search;
using Xunit.Abstractions;

namespace KawasakiServerless.Browser.Tests.Search;

[Collection(OneCity.Name)]
public sealed class FindingTests(City city, ITestOutputHelper output)
{
    private const long MostBytesOfAQuery = 60_000;

    [Fact]
    public Task ThePageThatACitizenWantsIsTheFirstResultAndTheSearchLoadsLittle() => city.VisitAsync(async visit =>
    {
        List<string> wrong = [];
        List<long> bytes = [];
        foreach (var (query, first) in Searches.Found)
        {
            bytes.Add(await visit.BytesOfAsync(() => visit.SearchAsync(query)));
            var found = await visit.AddressesAsync() is [var best, ..] ? best : "nothing";
            if (found != first)
                wrong.Add($"{query}: {found} before {first}");
        }

        bytes.Sort();
        output.WriteLine(
            $"{Searches.Found.Count} searches; bytes of the index: {bytes[bytes.Count / 2]} in the middle, {bytes[^1]} at most");
        Assert.Empty(wrong);
        Assert.InRange(bytes[^1], 1, MostBytesOfAQuery);
    });

    [Theory]
    [InlineData("うつ")]
    [InlineData("産後うつ")]
    public Task APartOfAReadingIsNotAResult(string query) => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync(query);
        Assert.DoesNotContain("/departments/kotsu/", await visit.AddressesAsync());
    });

    [Theory]
    [InlineData("99か所", "見つかりませんでした")]
    [InlineData("99か所の介護", "一部に合うもの")]
    public Task ACounterOrItsNumberAloneIsNotAPartialResult(string query, string answer) => city.VisitAsync(async visit =>
    {
        await visit.SearchAsync(query);
        Assert.Contains(answer, await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("所", await visit.Page.Locator(".found mark").AllInnerTextsAsync());
    });

    [Fact]
    public Task AMistypedWordIsCorrectedAndTheCorrectedQueryFindsPages() => city.VisitAsync(async visit =>
    {
        foreach (var (query, corrected) in Searches.Mistyped)
        {
            Assert.InRange(await visit.BytesOfAsync(() => visit.SearchAsync(query)), 1, MostBytesOfAQuery);
            Assert.Contains($"「{corrected}」は", await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
            Assert.NotEmpty(await visit.AddressesAsync());
        }
    });

    [Fact]
    public Task AShortWordOrAWordWithoutSimilarWordsIsNotCorrected() => city.VisitAsync(async visit =>
    {
        foreach (var query in Searches.NotCorrected)
        {
            await visit.SearchAsync(query);
            Assert.DoesNotContain("近い言葉", await visit.Status().InnerTextAsync(), StringComparison.Ordinal);
        }
    });

    [Fact]
    public Task TheSearchScriptNormalizesTextsInTheSameWayAsTheGenerator() => city.VisitAsync(async visit =>
    {
        var texts = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Folded.json"));
        await visit.OpenAsync(Searching.Path);

        var wrong = await visit.Page.EvaluateAsync<string[]>(
            """
            async texts => {
              const script = name => import([...document.scripts].map(s => s.src).find(s => s.includes(`/${name}.`)));
              const { folder } = await script('shards');
              const fold = folder(await (await fetch('/search/index.json')).json());
              return Object.entries(JSON.parse(texts)).map(([text, folded]) => [text, folded, fold(text).text])
                .filter(([, folded, got]) => folded !== got).map(w => w.join(' | '));
            }
            """,
            texts);

        Assert.Empty(wrong);
    });

    [Theory]
    [InlineData("平成31~2年度", 2019, 2019)]
    [InlineData("平成27~29年度", 2015, 2017)]
    [InlineData("昭和1~99年度", 1926, 1945)]
    [InlineData("平成二十九年度", 2017, 2017)]
    [InlineData("平成十年", 1998, 1998)]
    [InlineData("昭和六十 年", 1985, 1985)]
    [InlineData("令和三年", 2021, 2021)]
    public Task TheSearchScriptReadsYearsInTheSameWayAsTheGenerator(string text, int from, int to) => city.VisitAsync(async visit =>
    {
        Assert.Equal(Enumerable.Range(from, to - from + 1), SearchYears.Of(text));
        await visit.OpenAsync(Searching.Path);
        Assert.Equal([from, to], await visit.Page.EvaluateAsync<int[]>(
            """
            async text => {
              const { yearsOf } = await import([...document.scripts].map(s => s.src).find(s => s.includes('/shards.')));
              const { year } = await (await fetch('/search/index.json')).json();
              return yearsOf(new RegExp(year, 'gu'), text).flatMap(y => [y.from, y.to]);
            }
            """,
            text));
    });

    [Fact]
    public Task TheIndexListsEveryEntryUnderEveryTokenThatTheScriptMakesOfItsText() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync(Searching.Path);

        var result = await visit.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const script = name => import([...document.scripts].map(s => s.src).find(s => s.includes(`/${name}.`)));
              const { tokensOf, folder, Shards } = await script('shards');
              const read = async name => (await fetch(`/search/${name}.json`)).json();
              const manifest = await read('index');
              const [fold, shards] = [folder(manifest), new Shards(manifest, read)];
              shards.allow(Infinity);
              const ids = new Set();
              for (const kind of ['地域', '取組', '数', '回', '区', '局', '資料']) for (const p of (await shards.postings(kind)).postings) ids.add(p.id);
              const missing = [];
              for (const id of ids) {
                const [, , title, , text] = await shards.document(id);
                for (const token of [title, text].flatMap(t => fold(t).text.split(/[ ~]+/).flatMap(tokensOf))) {
                  if (!(await shards.postings(token)).postings.some(p => p.id === id)) missing.push(`${title}: ${token}`);
                }
              }
              return [String(ids.size), ...missing];
            }
            """);

        Assert.True(int.Parse(result[0], System.Globalization.CultureInfo.InvariantCulture) > 400, result[0]);
        Assert.Single(result);
    });
}
