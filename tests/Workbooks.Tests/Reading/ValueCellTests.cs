using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>The source of a record names the cell of every number.</summary>
public sealed class ValueCellTests
{
    private static readonly FiscalYear Before = Some.Year.Previous.Previous, Last = Some.Year.Previous;

    [Fact]
    public void AFigureHasItsOwnCell()
    {
        var indicators = Some.Read(Some.Sample("kenkofukushi")).Records.Indicators;

        Assert.Equal(
            ("F2:M2", "J2", "K2"), (indicators[0].Source.Cell, indicators[0].Source.CellOf(Before), indicators[0].Source.CellOf(Last)));
        Assert.All(indicators, i => Assert.Equal(i.Figures.Select(f => ValueCell.KeyOf(f.Year)), i.Source.Values.Select(v => v.Key)));
        Assert.Equal(
            indicators.Sum(i => i.Figures.Count), indicators.SelectMany(i => i.Source.Values.Select(v => v.Cell)).Distinct().Count());
    }

    [Fact]
    public void AStatisticHasACellForItsTotalAndEachOfItsShares()
    {
        var source = Some.Read(Some.Sample("kenkofukushi")).Records.Statistics[0].Source;

        Assert.Equal(("A2:H4", "E2", "G2", "G4"), (source.Cell, source.CellOfTotal(), source.CellOfShare(0), source.CellOfShare(2)));
    }

    [Fact]
    public void AFigureMergedOverTwoYearsHasItsFirstCellAsSource()
    {
        var book = TestBook.Of("zaisei", "視点別取組").Raw("取組", "", TestBook.Rows(
            [["視点", "施策", "取組", "単位", "平成28年度", "平成29年度"], [1, "その他", "文", "人", 52]])
                + "<mergeCells><mergeCell ref=\"E2:F2\"/></mergeCells>");

        Assert.Equal(["E2", "E2"], Assert.Single(Some.Read(book.ToBytes()).Records.Indicators).Source.Values.Select(v => v.Cell));
    }

    [Theory]
    [InlineData("K2", 11, 2)]
    [InlineData("AA1048576", 27, 1_048_576)]
    public void ACellIsReadBackAsItIsWritten(string cell, int column, int row)
    {
        Assert.Equal(new ValueCell("2017", column, row), ValueCell.Parse("2017", cell));
        Assert.Equal(cell, new ValueCell("2017", column, row).Cell);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("K")]
    [InlineData("K0")]
    [InlineData("K2:K3")]
    public void AnInvalidValueCellIsNotParsed(string cell) => Assert.Null(ValueCell.Parse("2017", cell));

    [Fact]
    public void AFigureInRunningTextHasTheCellOfTheText()
    {
        var reading = Some.Read(
            TestBook.Of("zaisei", "視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲（開催数 H28：1回 H29：1回）", "・乙"]).ToBytes());

        Assert.Equal("B3", Assert.Single(reading.Records.Indicators).Source.CellOf(Last));
    }
}
