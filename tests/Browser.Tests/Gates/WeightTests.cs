using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class WeightTests(Shown shown)
{
    private const int Headers = 1_000;

    public static TheoryData<string> Types => PageTypes.All;

    [Fact]
    public void EveryPageWithItsStylesAndScriptsIsSmallEnoughForASlowPhone() => Assert.All(shown.City.Pages, page =>
    {
        var (html, scripts) = Weights.Of(shown.City, page);
        Assert.True(html <= Weights.MostOfPageAndStyles, $"{page.Path}: page and styles are {html} bytes");
        Assert.True(scripts <= Weights.MostOfScripts, $"{page.Path}: scripts are {scripts} bytes");
    });

    [Fact]
    public void TheScriptsOfTheSearchPageAreCountedWithAllTheyImport() => Assert.Equal(
        ["choices", "finder", "query", "rank", "results", "search", "shards", "spelling"],
        Weights.WithImports(shown.City, shown.City.Files.Keys.Where(f => f.StartsWith("assets/search.", StringComparison.Ordinal)))
            .Select(f => f.Split('/', '.')[1]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task ABrowserLoadsAPageWithinTheSizeLimitsAndWithoutFontsOrCookies(string type)
    {
        var page = shown.City.ExtremesOf(type).Concat(shown.Hostile.ExtremesOf(type)).First();
        await shown.VisitFreshAsync(page.Site, async visit =>
        {
            List<IRequest> requests = [];
            visit.Page.RequestFinished += (_, request) => requests.Add(request);
            await visit.OpenAsync(page.Path);
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var styles = await BytesAsync(requests, "stylesheet");
            // Without any bytes of styles, the browser would have taken them from its cache.
            Assert.NotEqual(0, styles);
            Assert.InRange(await BytesAsync(requests, "document") + styles, 1, Weights.MostOfPageAndStyles + Headers);
            Assert.InRange(await BytesAsync(requests, "script"), 0, Weights.MostOfScripts + Headers);
            Assert.DoesNotContain(requests, r => r.ResourceType == "font");
            Assert.Equal("", await visit.Page.EvaluateAsync<string>("document.cookie"));
        });
    }

    private static async Task<int> BytesAsync(IEnumerable<IRequest> requests, params string[] types) =>
        (await Task.WhenAll(requests.Where(r => types.Contains(r.ResourceType)).Select(r => r.SizesAsync()))).Sum(s => s.ResponseBodySize);
}
