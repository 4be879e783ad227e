using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>A ditto mark is read as the value that a clerk means by it, and is always reported.</summary>
public sealed class DittoMarkTests
{
    private static readonly object?[] Headers =
        ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "平成30年度", "備考"];

    [Theory]
    [InlineData("同上")]
    [InlineData("同　上")]
    [InlineData(" 同 上 ")]
    [InlineData("（上　に　同　じ）")]
    [InlineData("上記と同じ")]
    [InlineData("〃")]
    [InlineData("仝")]
    [InlineData("”")]
    [InlineData("″")]
    [InlineData("\"")]
    public void AMarkInAnyFormMeansTheCellAbove(string mark)
    {
        var reading = Read(Row("文", "甲", "人", 5), Row(mark, "乙", mark, 6));

        Assert.Equal("文", Assert.Single(reading.Records.Initiatives).Text);
        Assert.Equal(["人", "人"], reading.Records.Indicators.Select(i => i.Unit));
        Assert.Equal(["E3", "H3"], Dittos(reading));
    }

    [Fact]
    public void ARepeatedHeaderIsNotTheCellAbove() =>
        Assert.Equal(["人", "人"], Read(Row("文", "甲", "人", 5), Headers, Row("別", "乙", "〃", 6)).Records.Indicators.Select(i => i.Unit));

    [Fact]
    public void AMarkForTheLeftMeansTheNearestFigureToTheLeft()
    {
        var reading = Read([.. Row("文", "甲", "人", 5), "同左", "同　左"], [.. Row("別", "乙", "人", "〃"), "同左"]);

        Assert.All(reading.Records.Indicators, i => Assert.All(i.Figures.Where(f => f.Year < Some.Year), f => Assert.Equal(5, f.Value)));
        Assert.Equal(["J3", "K2", "K3", "L2"], Dittos(reading));
    }

    [Fact]
    public void AMarkForTheLeftBelowAnotherMeansTheSameValue() =>
        Assert.Equal([5m, 5m], Read([.. Row("文", "甲", "人", 5), "同左"], [.. Row("別", "乙", "人", 6), "〃"]).Records.Indicators.Select(
            i => i.Figures[1].Value));

    [Fact]
    public void AMarkForTheLeftBesideNothingIsReported() => Assert.Contains(
        Read([.. Row("文", "甲", "人", null), "同左"]).Problems, p => (p.Code, p.Cell) == ("ditto-of-nothing", "K2"));

    private static object?[] Row(string text, string name, string unit, object? figure) =>
        [null, 1, "その他", null, text, name, null, unit, null, figure];

    private static IEnumerable<string> Dittos(WorkbookReading reading) =>
        reading.Problems.Where(p => p.Code == "ditto").SelectMany(p => p.Cell!.Split(", ")).SelectMany(CellsOf).Order();

    // The rows of a grouped problem, such as K2–K3, are two at most in these tests.
    private static string[] CellsOf(string cells) => cells.Split('–');

    private static WorkbookReading Read(params object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", "視点別取組", [Headers, .. rows]).ToBytes());
}
