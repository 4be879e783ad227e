using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Tests;

public class ChartTests
{
    [Theory]
    [InlineData("50 100", "1,000 and so on", "66 132")]
    [InlineData("0 100", "zero is a thin line", "2 132")]
    [InlineData("0 0", "zeros alone", "2 2")]
    [InlineData("? 100", "a dashed box, not a column", "40 132")]
    [InlineData("-50 50", "below and above the line", "57 57")]
    [InlineData("-5 -10", "below the line only", "57 114")]
    public void ColumnHeightsFollowTheFigures(string figures, string because, string heights)
    {
        var chart = new ColumnChart(Some.Indicator(TrendSentenceTests.Figures(figures)), []);
        Assert.True(heights == string.Join(' ', chart.Columns.Select(c => Svg.Number(c.Height))), because);
    }

    [Theory]
    [InlineData("7700 ? / 実施", "7,700 未報告 対象外 文章")]
    [InlineData("0 -2", "0 -2")]
    public void ColumnLabelsDistinguishNotReportedNotApplicableAndText(string figures, string labels) =>
        Assert.Equal(labels, string.Join(' ', new ColumnChart(Some.Indicator(TrendSentenceTests.Figures(figures)), []).Columns
            .Select(c => c.Label)));

    [Theory]
    [InlineData("7700 1000", "value")]
    [InlineData("1000000 1000000 1000000 1000000 1000000", "value small")]
    [InlineData("1000000000 1000000000 1000000000 1000000000", null)]
    public void LongColumnLabelsAreSmallerOrLeftOutSoThatTheyDoNotOverlap(string figures, string? css) =>
        Assert.Equal(css, new ColumnChart(Some.Indicator(TrendSentenceTests.Figures(figures)), []).LabelCss);

    [Fact]
    public void ChartsComparedWithOneAnotherShareTheirScale()
    {
        var (small, large) = (Some.Indicator(Some.Figure(2016, 10)), Some.Indicator(Some.Figure(2016, 100)));
        Assert.Equal(13.2m, new ColumnChart(small, [small, large]).Columns[0].Height);
    }

    [Fact]
    public void AChartOfThirtyYearsShowsTwelveColumnsWithinTheDrawing()
    {
        var figures = Enumerable.Range(2001, 30).Select(y => Some.Figure(y, y % 7 - 3)).ToArray();
        var chart = new ColumnChart(Some.Indicator(figures), []);
        Assert.Equal(12, chart.Columns.Count);
        Assert.All(chart.Columns, c => Assert.True(c.X >= 0 && c.X + c.Width <= ColumnChart.Width && c.Y >= 0 && c.Y
            + c.Height <= ColumnChart.Height));
    }

    [Fact]
    public void TheScaleCoversOnlyTheYearsThatAreDrawn()
    {
        var figures = Enumerable.Range(2001, 13).Select(y => Some.Figure(y, y == 2001 ? 1000 : 10)).ToArray();
        Assert.Equal(132, new ColumnChart(Some.Indicator(figures), []).Columns[0].Height);
    }

    [Theory]
    [InlineData("1 2", 2, 1)]
    [InlineData("1 ? 3", 2, 0)]
    [InlineData("5 5 5", 3, 2)]
    [InlineData("?", 0, 0)]
    [InlineData("実施 /", 0, 0)]
    public void ASparkLineJoinsOnlyNeighbouringYears(string figures, int dots, int lines)
    {
        var spark = new SparkLine(Some.Indicator(TrendSentenceTests.Figures(figures)));
        Assert.Equal((dots, lines), (spark.Dots.Count(), spark.Lines.Count()));
    }
}
