using KawasakiServerless.Domain;
using KawasakiServerless.Site.Comparisons;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOfTwoYearsShared.Name)]
public class ComparisonTests(SiteOfTwoYears site)
{
    /// <summary>
    /// Each case gives the figures of the years from 2016 on, the unit and the expected words. A figure is a number, a word, ? for 未報告 (not
    /// reported), or / for 対象外 (not applicable).
    /// </summary>
    [Theory]
    [InlineData("1000 7700", "部", "6,700部増")]
    [InlineData("2333 2317", "回", "16回減")]
    [InlineData("0 0", "件", "増減なし")]
    [InlineData("0 3", "件", "3件増")]
    [InlineData("60.9 65.9", "%", "5ポイント増")]
    [InlineData("45.5 ?", "%", "平成29年度が未報告のため比べられません")]
    [InlineData("/ 12", "回", "平成28年度が対象外のため比べられません")]
    [InlineData("? ?", "回", "平成28年度が未報告、平成29年度が未報告のため比べられません")]
    [InlineData("5", "回", "平成29年度が掲載なしのため比べられません")]
    [InlineData("実施 ?", null, "平成29年度が未報告のため比べられません")]
    [InlineData("実施 実施", null, "同じ内容の報告")]
    [InlineData("策定 実施", null, "文章での報告（内容は左のとおり）")]
    [InlineData("策定 5", null, "数値と文章のため比べられません")]
    public void AComparisonDescribesTheDifferenceOfTwoFiguresInWords(string figures, string? unit, string expected) => Assert.Equal(
        expected,
        FigureComparison.Of(
            Some.Indicator(TrendSentenceTests.Figures(figures)) with { Unit = unit }, FiscalYear.Of(2016), FiscalYear.Of(2017)).Words);

    [Fact]
    public void EveryIndicatorOfTheNewestReportIsCompared() => Assert.Equal(
        Some.Report.Indicators.Select(i => $"/indicators/{i.Id}/"),
        site.Pages["compare/index.html"].QuerySelectorAll(".compared tbody th a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void AComparisonWithAnUnreportedFigureDescribesTheTrendOfOtherYears() => Assert.Equal(
        "平成28年度が未報告のため比べられません（ほかの年度では、平成29年度の695世帯から平成30年度の804世帯へ増加（109世帯増））",
        FigureComparison.Of(
            Some.Indicator(TrendSentenceTests.Figures("? 695 804")) with { Unit = "世帯" }, FiscalYear.Of(2016), FiscalYear.Of(2017)).Words);

    [Fact]
    public void TheNumbersOfTheTallyAddUpToTheNumberOfIndicators() => Assert.Equal(
        Some.Report.Indicators.Count,
        site.Pages["compare/index.html"].QuerySelectorAll(".tally b")
            .Sum(b => int.Parse(b.TextContent, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void TwoReportingYearsAreComparedByTheIdsOfTheirRecords()
    {
        var page = site.Pages["compare/2017/index.html"];
        var (earlier, newest) = (SiteOfTwoYears.Earlier, SiteOfTwoYears.Newest);
        var ids = earlier.Initiatives.Select(i => i.Id).ToHashSet();
        var added = newest.Initiatives.Where(i => !ids.Contains(i.Id)).Select(i => $"/initiatives/{i.Id}/").Order(StringComparer.Ordinal);
        var section = page.QuerySelector("section[aria-labelledby=initiative]")!;
        Assert.Equal(
            added, section.QuerySelectorAll(".added .change-head a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.All(section.QuerySelectorAll(".removed .change-head a"),
            a => Assert.StartsWith("/2017/initiatives/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void OnlyFiguresThatBothReportsContainAreListedAsChanged()
    {
        var names = site.Pages["compare/2017/index.html"].QuerySelectorAll("section[aria-labelledby=indicator] .changed dt")
            .Select(d => d.TextContent).ToList();
        Assert.Contains("平成28（2016）年度の値", names);
        Assert.DoesNotContain("平成27（2015）年度の値", names);
    }
}
