using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Tests;

public class ChangeTests
{
    [Theory]
    [InlineData("1000 280", "部", "−72 %")]
    [InlineData("100 103", "部", "+3 %")]
    [InlineData("1000 7700", "部", "+670 %")]
    [InlineData("2333 2317", "回", "−0.7 %")]
    [InlineData("10000 10005", "人", "+0.05 %")]
    [InlineData("100000000 100000001", "人", "+0.01 %未満")]
    [InlineData("1234567 7", "人", "−99.9 %")]
    [InlineData("1000 4", "人", "−99.6 %")]
    [InlineData("1000 6", "人", "−99 %")]
    [InlineData("1000 0", "人", "−100 %")]
    [InlineData("5 5", "回", "±0 %")]
    [InlineData("0 0", "回", "±0 %")]
    [InlineData("0 12", "人", "+12 人")]
    [InlineData("0 12", null, "+12")]
    [InlineData("60.9 65.9", "%", "+5 ポイント")]
    [InlineData("2.5 2", "％", "−0.5 ポイント")]
    [InlineData("-2 -3", null, "−50 %")]
    [InlineData("1 2 4 ?", "回", "+100 %")]
    [InlineData("8 ? 9", "回", null)]
    [InlineData("策定 実施", null, null)]
    public void AChangeIsLabelledWithASignAndARateOrADifference(string figures, string? unit, string? label) =>
        Assert.Equal(label, Change.Of(Some.Indicator(TrendSentenceTests.Figures(figures)) with { Unit = unit })?.Label);

    [Theory]
    [InlineData(0, 36, 0, false)]
    [InlineData(50, 36, 15, false)]
    [InlineData(-50, 21, 15, false)]
    [InlineData(100, 36, 30, false)]
    [InlineData(-0.7, 35, 1, false)]
    [InlineData(670, 36, 30, true)]
    [InlineData(-101, 6, 30, true)]
    public void ABarBeginsAtZeroAndIsAsLongAsTheChange(double reach, double x, double length, bool beyond)
    {
        var bar = new ChangeBar((decimal)reach);

        Assert.Equal(((decimal)x, (decimal)length, beyond), (bar.X, bar.Length, bar.Beyond is not null));
    }

    [Fact]
    public async Task EveryPageWithTheBarOfAChangeExplainsItOnce()
    {
        var indicator = Some.Indicator(Some.Figure(2016, 10), Some.Figure(2017, 30));
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("認知症の講座"), indicator));
        var pages = files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Path, Page: files.Page(f.Path)))
            .Where(p => p.Page.QuerySelector(".change-bar") is not null).ToList();

        Assert.Superset(
            new HashSet<string>(["index.html", "indicators/index.html", "topics/dementia/index.html"]), pages.Select(p => p.Path).ToHashSet());
        Assert.All(pages, p => Assert.Single(p.Page.QuerySelectorAll(".bar-legend")));
    }

    [Theory]
    [InlineData("10 20", null, 0, 1, "+100 %")]
    [InlineData("10 20 30", null, 1, 1, "+50 %")]
    [InlineData("0 20", null, 0, 0, "+20 部")]
    [InlineData("10 ? 30", null, 0, 0, "")]
    [InlineData("10 20", "平成29年度は11月末現在", 0, 1, "+100 %※")]
    public async Task ASparkLineNeedsThreeFiguresAndAChangeBarNeedsARate(string figures, string? note, int lines, int bars, string label)
    {
        var indicator = Some.Indicator(TrendSentenceTests.Figures(figures)) with { Notes = note is null ? [] : [note] };
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), indicator));
        var cell = files.Page("initiatives/kenkofukushi-0001/index.html").QuerySelector(".trend-cell")!;

        Assert.Equal((lines, bars, label), (cell.QuerySelectorAll(".spark").Length, cell.QuerySelectorAll(".change-bar").Length,
            cell.QuerySelector(".rate")?.TextContent ?? ""));
    }
}
