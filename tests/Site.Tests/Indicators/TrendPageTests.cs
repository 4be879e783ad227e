using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Each trend has its own page that lists its indicators, so that readers whose browser does not run JavaScript can see them.
/// </summary>
[Collection(SiteOf2018Shared.Name)]
public class TrendPageTests(SiteOf2018 site)
{
    [Fact]
    public void EveryIndicatorIsListedOnThePageOfItsTrend() => Assert.All(TrendWords.All, trend => Assert.Equal(
        Some.Report.Indicators.Where(i => i.Trend == trend).Select(i => $"/indicators/{i.Id}/").Order(StringComparer.Ordinal),
        Rows(Links.Newest.ToTrend(trend)).Order(StringComparer.Ordinal)));

    [Fact]
    public void EachTrendPageShowsHowManyIndicatorsTheOtherTrendsHave() => Assert.All(TrendWords.All, trend => Assert.Equal(
        TrendWords.All.Where(t => t != trend).Select(t => $"{t.ListTitle()}（{Some.Report.Indicators.Count(i => i.Trend == t)}件）")
            .Append($"すべての指標（{Some.Report.Indicators.Count}件）"),
        PageOf(Links.Newest.ToTrend(trend)).QuerySelectorAll(".on-page li").Select(li => li.TextContent.Words())));

    [Fact]
    public async Task ATrendWithoutIndicatorsHasAPageThatSaysSo()
    {
        var report = Some.ReportOf(Some.Initiative("健診"), Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)));
        var page = (await Some.SiteOfAsync(report)).Page("indicators/trends/down/index.html");
        Assert.Contains("このような指標はありません。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    private AngleSharp.Html.Dom.IHtmlDocument PageOf(Link link) => site.Pages[$"{link.Href[1..]}index.html"];

    private IEnumerable<string?> Rows(Link link) => PageOf(link).QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href"));
}
