using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Readability;

namespace KawasakiServerless.Workbooks.Tests.Readability;

/// <summary>Tests what lowers the three scores for the machine-readability of a department's workbook, and in which cells.</summary>
public sealed class WorkbookReadabilityTests
{
    private static readonly object?[] Header =
        ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28（2016）年度", "平成29（2017）年度", "平成30（2018）年度", "備考"];

    [Fact]
    public void TheEmptyTemplateLosesPointsOnlyForItsForm()
    {
        var readability = Some.Read(Some.Template("zaisei"), "zaisei").Readability!;

        Assert.Equal([("L1-13", true), ("L3-08", true), ("L3-09", true)], readability.Findings.Select(f => (f.Rule, f.IsOfForm)));
        Assert.Equal(new(90, 100, 80), readability.Scores);
    }

    [Theory]
    [InlineData("L1-06", "K2", "配 布 数", 5)]
    [InlineData("L1-06", "K2", "配布\n数", 5)]
    [InlineData("L1-08", "K2", "①配布数", 5)]
    [InlineData("L1-09", "K2", "－", 6)]
    [InlineData("L2-01", "K2", "12部くらい", 10)]
    [InlineData("L2-02", "K2", "〃", 5)]
    [InlineData("L2-04", "K2", "高齢者　施策", 2)]
    [InlineData("L3-03", "K2", "－", 10)]
    [InlineData("L3-04", "K2", null, 7)]
    public void ACellThatBreaksARuleIsNamed(string rule, string cell, string? wrong, int at)
    {
        object?[] row = ["", "1 意識の醸成と参加・活動の促進", "高齢者施策", "財政局財政部", "税の相談", "相談件数", null, "件", null, 10, 11, 12, null];
        row[at] = wrong;

        var finding = Assert.Single(Of([Header, row]).Findings, f => f.Rule == rule && !f.IsOfForm);

        Assert.Equal(("視点別取組", $"{(char)('A' + at)}{cell[1..]}"), (finding.Sheet, finding.Cell));
    }

    [Fact]
    public void AReadabilityFindingCountsItsCellsAndNamesTheFirst()
    {
        object?[] Row(string name) => ["", "1 意識の醸成と参加・活動の促進", "高齢者施策", "財政局財政部", "税の相談", name, null, "件", null, 10, 11, 12, null];

        var finding = Of([Header, Row("①相談"), Row("相談"), Row("②相談")]).Findings.Single(f => f.Rule == "L1-08");

        Assert.Equal(("F2", 2), (finding.Cell, finding.Places));
    }

    [Fact]
    public void ATitleAboveTheTableAndAnEmptyRowInItAreFound()
    {
        object?[] row = ["", "1 意識の醸成と参加・活動の促進", "高齢者施策", "財政局財政部", "税の相談"];

        var broken = Of([["取組の一覧"], Header, row, [], row]).Findings.Select(f => (f.Rule, f.Cell)).ToList();

        Assert.Contains(("L1-03", "A4"), broken);
        Assert.Contains(("L1-04", "A1"), broken);
        Assert.Contains(("L3-01", "A2"), broken);
    }

    [Fact]
    public void MergedCellsFormulasAndHiddenSheetsAreFound()
    {
        var cells = TestBook.Rows([Header, ["", "1 意識の醸成と参加・活動の促進", "高齢者施策", "財政局財政部", "税の相談", "相談件数", null, "件", null,
            new RawCell("", "<f>5+5</f><v>10</v>"), 11, 12, null]]);
        var book = new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"])
            .Raw("視点別取組", "", $"{cells}<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>").Hidden("控え", ["古い表"]);

        var broken = Some.Read(book.ToBytes(), "zaisei").Readability!.Findings.Select(f => (f.Rule, f.Sheet, f.Cell)).ToList();

        Assert.Contains(("L1-12", "視点別取組", "A2"), broken);
        Assert.Contains(("L2-06", "視点別取組", "J2"), broken);
        Assert.Contains(("L1-13", "控え", null), broken);
    }

    [Theory]
    [InlineData("配布 数", false)]
    [InlineData("配布　　数", true)]
    [InlineData("A B", false)]
    [InlineData("配 布 数", true)]
    [InlineData("税の 相 談", false)]
    public void SpacesUsedToLayOutATextAreRecognised(string text, bool isLaidOut) => Assert.Equal(isLaidOut, TextForm.IsLaidOut(text));

    [Fact]
    public void AWorkbookWithoutATableHasNoScores() =>
        Assert.Null(Some.Read(new TestBook().Sheet("メモ", ["雑記"]).ToBytes(), "zaisei").Readability);

    private static WorkbookReadability Of(object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", "視点別取組", rows).ToBytes(), "zaisei").Readability!;
}
