using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>
/// Where each year has a column for the goal and one for the actual figure, the actual one is read and the goal is reported.
/// </summary>
public sealed class GoalColumnTests
{
    private static readonly object?[] Fixed = ["視点", "施策", "取組", "指標名", "単位"], Blank = [null, null, null, null, null];

    private static readonly object?[] Row = [1, "その他", "文", "講座", "回", 100, 10, 120, 12];

    [Theory]
    [InlineData("目標", "実績")]
    [InlineData("目標値", "実績値")]
    [InlineData("計画", "実績")]
    public void TheActualFigureUnderAYearMergedOverBothIsRead(string goal, string actual) => AssertRead(
        ["column-not-read F2", "column-not-read H2"],
        Read("F1:G1 H1:I1", [.. Fixed, "平成28年度", null, "平成29年度", null], [.. Blank, goal, actual, goal, actual], Row));

    [Fact]
    public void TheFindingSaysWhatWasNotRead() => Assert.Equal(
        "「目標」の列は実績ではない数値のようなので、同じ年度の別の列だけを読み取りました。",
        Read("F1:G1 H1:I1", [.. Fixed, "平成28年度", null, "平成29年度", null], [.. Blank, "目標", "実績", "目標", "実績"], Row).Problems[0].Message);

    [Fact]
    public void TheHeadersNeedNotBeMerged() => AssertRead(
        ["column-not-read F2", "column-not-read H2"],
        Read("", [.. Fixed, "平成28年度", null, "平成29年度", null], [.. Blank, "目標", "実績", "目標", "実績"], Row));

    [Fact]
    public void TheYearsMayStandInTheRowOfTheOtherHeaders() => AssertRead(
        ["column-not-read F2", "column-not-read G2"],
        Read("F1:G1 H1:I1", [.. Blank, "目標", null, "実績", null], [.. Fixed, "平成28年度", "平成29年度", "平成28年度", "平成29年度"],
            [1, "その他", "文", "講座", "回", 100, 120, 10, 12]));

    [Fact]
    public void TheActualFigureMayStandBeforeTheGoal() => AssertRead(
        ["column-not-read G2", "column-not-read I2"],
        Read("F1:G1 H1:I1", [.. Fixed, "平成28年度", null, "平成29年度", null], [.. Blank, "実績", "目標", "実績", "目標"],
            [1, "その他", "文", "講座", "回", 10, 100, 12, 120]));

    [Fact]
    public void TheActualFiguresUnderAHeadingMergedOverTheYearsAreRead() => AssertRead(
        ["column-not-read F2", "column-not-read G2"],
        Read("F1:G1 H1:I1", [.. Fixed, "目標", null, "実績", null], [.. Blank, "平成28年度", "平成29年度", "平成28年度", "平成29年度"],
            [1, "その他", "文", "講座", "回", 100, 120, 10, 12]));

    [Fact]
    public void TheActualFiguresInColumnsOfTheirOwnAreRead() => AssertRead(
        ["column-not-read F1", "column-not-read H1"],
        Read("", [.. Fixed, "平成28年度目標", "平成28年度実績", "平成29年度目標", "平成29年度実績"], Row));

    [Theory]
    [InlineData(null, 10, 12, 7)]
    [InlineData("見込み", 10, 12)]
    public void AYearWithASingleColumnMayBeBesideYearsWithGoals(string? below, params int[] figures)
    {
        var reading = Read("F1:G1 H1:I1", [.. Fixed, "平成28年度", null, "平成29年度", null, "平成30年度"],
            [.. Blank, "目標", "実績", "目標", "実績", below], [.. Row, 7]);

        Assert.Equal(figures, Assert.Single(reading.Records.Indicators).Figures.Select(f => (int)f.Value!));
        Assert.Equal(
            ["column-not-read F2", "column-not-read H2", .. below is null ? [] : new[] { "column-not-read J2" }],
            reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    private static void AssertRead(IEnumerable<string> findings, WorkbookReading reading)
    {
        Assert.Equal([10, 12], Assert.Single(reading.Records.Indicators).Figures.Select(f => f.Value ?? 0));
        Assert.Equal(findings, reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    private static WorkbookReading Read(string merges, params object?[][] rows) => Some.Read(TestBook.Of("zaisei", "空").Raw(
        "視点別取組", "", $"{TestBook.Rows(rows)}{Merged(merges)}").ToBytes());

    private static string Merged(string merges) => merges.Length == 0
        ? ""
        : $"<mergeCells>{string.Concat(merges.Split(' ').Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
}
