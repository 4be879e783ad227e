using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A heading above the columns of the years says what their figures are: goals, or figures in a unit.</summary>
public sealed class HeadingAboveYearsTests
{
    private static readonly object?[] Fixed = ["視点", "施策", "取組", "指標名", "単位"], Years = ["平成28年度", "平成29年度"];

    private static readonly object?[] Row = [1, "その他", "文", "講座", "回", 10, 12];

    [Theory]
    [InlineData("目標値")]
    [InlineData("計画")]
    [InlineData("実績見込み")]
    public void PlannedFiguresUnderAHeadingAreReported(string heading)
    {
        Assert.Equal(["planned-figures F1"], Codes([null, null, null, null, null, heading], [.. Fixed, .. Years], Row));
        Assert.Equal(["planned-figures F1"], Codes([.. Fixed, heading], [null, null, null, null, null, .. Years], Row));
    }

    [Theory]
    [InlineData("実績値（千円）")]
    [InlineData("（単位：千円）")]
    public void AUnitInAHeadingIsReported(string heading)
    {
        Assert.Equal(["cell-not-read F1"], Codes([null, null, null, null, null, heading], [.. Fixed, .. Years], Row));
        Assert.Equal(["cell-not-read F1"], Codes([.. Fixed, heading], [null, null, null, null, null, .. Years], Row));
    }

    [Fact]
    public void ATitleAboveTheWholeTableIsNoHeadingOfTheYears() => Assert.Empty(Read(
        "A1:G1", ["地域包括ケアシステム推進計画"], [.. Fixed, .. Years], Row).Problems);

    [Fact]
    public void ActualFiguresUnderAHeadingAreNotReported() =>
        Assert.Empty(Codes([null, null, null, null, null, "実績値"], [.. Fixed, .. Years], Row));

    private static IEnumerable<string> Codes(params object?[][] rows) => Read("F1:G1", rows).Problems.Select(p => $"{p.Code} {p.Cell}");

    private static WorkbookReading Read(string merge, params object?[][] rows) => Some.Read(TestBook.Of("zaisei", "空").Raw(
        "視点別取組", "", $"{TestBook.Rows(rows)}<mergeCells><mergeCell ref=\"{merge}\"/></mergeCells>").ToBytes());
}
