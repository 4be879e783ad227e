namespace KawasakiServerless.Domain.Tests;

public sealed class TrendTests
{
    // Each case gives the figures of an indicator, one word for each fiscal year from 2015 (平成27年度): a number, -- for not reported (未報告),
    // or na for not applicable (対象外). Any other word is a figure in words. The last value is the expected trend.
    [Theory]
    [InlineData("1 2", Trend.Up)]
    [InlineData("2 1", Trend.Down)]
    [InlineData("2 2", Trend.Level)]
    [InlineData("0 0", Trend.Level)]
    [InlineData("1.0 1.00", Trend.Level)]
    [InlineData("-5 -4.9", Trend.Up)]
    [InlineData("9 1 2", Trend.Up)]
    [InlineData("1 2 --", Trend.Up)]
    [InlineData("1 2 実施", Trend.Up)]
    [InlineData("-- 3 1", Trend.Down)]
    [InlineData("1 2 -- 1", Trend.Up)]
    [InlineData("1 -- 2", Trend.NotReported)]
    [InlineData("1 na 2", Trend.NotReported)]
    [InlineData("1 --", Trend.NotReported)]
    [InlineData("1", Trend.NotReported)]
    [InlineData("na na", Trend.NotReported)]
    [InlineData("-- --", Trend.NotReported)]
    [InlineData("", Trend.NotReported)]
    [InlineData("実施 実施", Trend.InWords)]
    [InlineData("1 実施", Trend.InWords)]
    [InlineData("-- 実施 na", Trend.InWords)]
    [InlineData("1 実施 2", Trend.InWords)]
    public void ATrendComparesTheLastTwoNeighbouringYearsWithNumbers(string figures, Trend expected) =>
        Assert.Equal(expected, Some.Indicator(figures: [.. Figures(figures)]).Trend);

    [Fact]
    public void TrendCountsAddUpToTheNumberOfIndicators()
    {
        string[] series = ["1 2", "1 3", "2 1", "2 2", "実施 実施", "1 --", ""];
        var counts = IndicatorCounts.Of(series.Select(s => Some.Indicator(figures: [.. Figures(s)])));

        Assert.Equal(new(Up: 2, Down: 1, Level: 1, InWords: 1, NotReported: 2), counts);
        Assert.Equal(series.Length, counts.Total);
    }

    [Fact]
    public void TheTrendCountsOfNoIndicatorsAreZero() => Assert.Equal(0, IndicatorCounts.Of([]).Total);

    private static IEnumerable<Figure> Figures(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => FigureOf(FiscalYear.Of(2015 + i), word));

    private static Figure FigureOf(FiscalYear year, string word) => word switch
    {
        "--" => Figure.NotReported(year),
        "na" => Figure.NotApplicable(year),
        _ when decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var value) => Figure.Reported(year, value),
        _ => Figure.InWords(year, word),
    };
}
