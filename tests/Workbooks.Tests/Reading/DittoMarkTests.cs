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

    [Fact]
    public void AMarkForTheRightMeansTheNearestFigureToTheRight()
    {
        var reading = Read([.. Row("文", "甲", "人", "同右"), "同　右", 7]);

        Assert.Equal([7m, 7m, 7m], Assert.Single(reading.Records.Indicators).Figures.Select(f => f.Value));
        Assert.Equal(["J2", "K2"], Dittos(reading));
        Assert.Contains(reading.Problems, p => p.Message == "「平成28（2016）年度」は、右の欄と同じ「7」として読み取りました。");
    }

    [Theory]
    [InlineData("前年度同")]
    [InlineData("前年度と同じ")]
    [InlineData("前年に同じ")]
    [InlineData("昨年度同様")]
    [InlineData("（前年度同）")]
    public void AMarkForLastYearMeansTheFigureOfTheYearBefore(string mark)
    {
        var reading = Read([.. Row("文", "甲", "人", 5), mark, mark]);

        Assert.Equal([5m, 5m, 5m], Assert.Single(reading.Records.Indicators).Figures.Select(f => f.Value));
        Assert.Equal(["K2", "L2"], Dittos(reading));
    }

    [Fact]
    public void AMarkForLastYearFindsTheColumnOfThatYearInAnyOrder() => Assert.Equal([5m, 5m], Assert.Single(Some.Read(TestBook.Of(
        "zaisei", "視点別取組", ["視点", "施策", "取組", "指標名", "単位", "平成29年度", "平成28年度"], [1, "その他", "文", "甲", "人", "前年度同", 5])
            .ToBytes()).Records.Indicators).Figures.Select(f => f.Value));

    [Theory]
    [InlineData("前年度と同じ")]
    [InlineData("前年度同様")]
    public void AMarkForLastYearInATextIsReportedAndNotPublished(string mark)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", mark]).ToBytes());

        Assert.Empty(reading.Records.Directions);
        Assert.Contains(reading.Problems, p => (p.Code, p.Cell) == ("required", "C2"));
    }

    [Theory]
    [InlineData("同上")]
    [InlineData("同左")]
    [InlineData("同右")]
    public void AMarkForNothingInARequiredColumnIsReportedLikeABlankCell(string mark) => Assert.Contains(
        Some.Read(TestBook.Of("zaisei", "連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["病院局", mark, null, null]).ToBytes())
            .Problems, p => (p.Code, p.Cell) == (mark == "同左" ? "ditto" : "required", "B2"));

    private static object?[] Row(string text, string name, string unit, object? figure) =>
        [null, 1, "その他", null, text, name, null, unit, null, figure];

    private static IEnumerable<string> Dittos(WorkbookReading reading) =>
        reading.Problems.Where(p => p.Code == "ditto").SelectMany(p => p.Cell!.Split(", ")).SelectMany(CellsOf).Order();

    // The rows of a grouped problem, such as K2–K3, are two at most in these tests.
    private static string[] CellsOf(string cells) => cells.Split('–');

    private static WorkbookReading Read(params object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", "視点別取組", [Headers, .. rows]).ToBytes());
}
