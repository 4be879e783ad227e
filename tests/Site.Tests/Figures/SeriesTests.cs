using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Tests;

public class SeriesTests
{
    [Theory]
    [InlineData("暫定値", "2016 2017")]
    [InlineData("平成29年度は暫定値", "2017")]
    [InlineData("Ｈ２９は１１月末現在", "2017")]
    [InlineData("2016年度から集計方法を変更", "2016")]
    [InlineData("平成25年度に定義を変更", "2016 2017")]
    [InlineData("退院支援調整会議", "")]
    [InlineData("平成28・29年度は暫定値", "2016 2017")]
    [InlineData("平成27、28年度は暫定値", "2016")]
    [InlineData("H26〜H28は推計", "2016")]
    [InlineData("平成27～30年度は推計", "2016 2017")]
    [InlineData("2015-2016年度は推計", "2016")]
    [InlineData("平成28年度から29年度までは推計", "2016 2017")]
    [InlineData("10～H29は推計", "2017")]
    [InlineData("平成29年度は10~3月の速報値", "2017")]
    public void ANoteMarksTheYearsThatItNamesAsNotComparable(string note, string years) =>
        Assert.Equal(years, string.Join(' ', Series.SetApart(Of(2016, 2017) with { Notes = [note] }).Select(y => y.Year).Order()));

    [Fact]
    public void AYearWithoutAFigureIsAnEmptyColumnOfTheChart()
    {
        var chart = new ColumnChart(Of(2014, 2016), []);
        Assert.Equal(["1", "掲載なし", "3"], chart.Columns.Select(c => c.Label));
        Assert.Equal((2015, null, 0m), (chart.Columns[1].Year.Year, chart.Columns[1].Figure, chart.Columns[1].Height));
    }

    [Fact]
    public void ASparkLineDoesNotJoinOverAMissingYearNorToAProvisionalFigure()
    {
        Assert.Empty(new SparkLine(Of(2014, 2016)).Lines);
        Assert.Empty(new SparkLine(Of(2016, 2017) with { Notes = ["暫定値"] }).Lines);
        Assert.Single(new SparkLine(Of(2016, 2017) with { Notes = ["市民向け"] }).Lines);
    }

    [Fact]
    public void AProvisionalFigureIsMarked()
    {
        var columns = new ColumnChart(Of(2016, 2017) with { Notes = ["平成29年度は暫定値"] }, []).Columns;
        Assert.Equal(["1 column", "2※ column apart"], columns.Select(c => $"{c.Label} {c.Css}"));
    }

    [Fact]
    public void ChartsToBeComparedShareTheirYears() =>
        Assert.Equal([2014, 2015, 2016, 2017], new ColumnChart(Of(2016, 2017), [Of(2014, 2015)]).Columns.Select(c => c.Year.Year));

    private static Indicator Of(params int[] years) =>
        Some.Indicator([.. years.Select((year, i) => Some.Figure(year, i == 0 ? 1 : year - years[0] + 1))]);
}
