using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// Tests the findings (reported problems) if the sheet はじめに does not name the department or the year, or if the rest of the workbook
/// contradicts that sheet.
/// </summary>
public sealed class FrontProblemTests
{
    private static readonly object?[] Headers = ["視点", "施策", "課題と今後の方向性"], Row = [1, "その他", "文"];

    private static readonly Problem YearAssumed = new(
        "year-assumed", Severity.Warning, "はじめに", "B2", null, "どの年度の報告か書かれていないため、平成30（2018）年度の報告として読み取りました。",
        "「はじめに」の「報告年度」に年度を書いてください。例：平成30（2018）年度");

    private static readonly Problem DepartmentAssumed = new(
        "department-assumed", Severity.Warning, "はじめに", "B1", null, "どの局・区の報告か書かれていないため、財政局の報告として読み取りました。",
        "「はじめに」の「局・区名」に正式な名称を書いてください。例：財政局");

    [Fact]
    public void ABlankReportingYearIsAssumedFromTheRequestWithAWarning()
    {
        var reading = Expect.Only(Read(["局・区名", "財政局"], ["報告年度"]), YearAssumed);
        Assert.Null(reading.ReportingYear);
    }

    [Fact]
    public void AMissingReportingYearRowIsReportedWithoutACell() =>
        Expect.Only(Read(["局・区名", "財政局"]), YearAssumed with { Cell = null });

    [Fact]
    public void ABlankDepartmentIsAssumedFromTheRequestWithAWarning()
    {
        var reading = Expect.Only(Read(["局・区名"], ["報告年度", "平成30年度"]), DepartmentAssumed);
        Assert.Equal("zaisei", reading.Department);
    }

    [Fact]
    public void ABlankDepartmentIsAnErrorIfTheRequestNamesNoneEither()
    {
        var book = new TestBook().Sheet("はじめに", ["局・区名"], ["報告年度", "平成30年度"]).Sheet("課題と方向性", Headers, Row);
        Assert.Equal(("unknown-department", "B1"), Some.Read(book.ToBytes()).Problems.Select(p => (p.Code, p.Cell)).Single());
    }

    [Fact]
    public void DepartmentAndYearAreAssumedWithWarningsWhenTheFrontSheetIsMissing() => Assert.Equal(
        [DepartmentAssumed with { Sheet = null, Cell = null }, YearAssumed with { Sheet = null, Cell = null }],
        Some.Read(new TestBook().Sheet("課題と方向性", Headers, Row).ToBytes(), "zaisei").Problems);

    [Fact]
    public void AWorkbookInTheReportLayoutNeedsNoFrontSheet()
    {
        var book = new TestBook().Sheet("報告", ["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他（財政局）", "取組", "方向"]);
        Assert.Empty(Some.Read(book.ToBytes(), "zaisei").Problems);
    }

    [Fact]
    public void NothingToReportInAWorkbookWithFilledRowsIsAnError() => Expect.Only(
        Read(["局・区名", "財政局"], ["報告年度", "平成30年度"], ["報告の有無", "該当なし"]),
        new(
            "nothing-contradicted", Severity.Error, "はじめに", "B3", "該当なし", "「該当なし」と書かれていますが、記入された行があります。",
            "報告するときは「報告の有無」で「あり」を選んでください。報告しないときは、記入された行をすべて削除してください。例：あり"));

    [Theory]
    [InlineData("有")]
    [InlineData("有り")]
    public void WhetherThereIsAReportMayBeAnsweredInKanji(string answer) =>
        Assert.Empty(Read(["局・区名", "財政局"], ["報告年度", "平成30年度"], ["報告の有無", answer]).Problems);

    [Fact]
    public void NothingToReportInAWorkbookWithEmptyTablesCausesNoFinding() => Assert.Empty(
        Some.Read(new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], ["報告の有無", "該当なし"]).Sheet("課題と方向性", Headers)
            .ToBytes()).Problems);

    [Fact]
    public void AStruckOutValueIsNoValue()
    {
        const string struck = "<is><r><rPr><strike/></rPr><t>財政局</t></r></is>";
        var reading = Read(["局・区名", new RawCell("t=\"inlineStr\"", struck), "財政局"], ["報告年度", "平成30年度"]);
        Assert.Equal("zaisei", reading.Department);
        Assert.DoesNotContain(reading.Problems, p => p.Code == "unknown-department");
    }

    [Theory]
    [InlineData("財政局　資金課")]
    [InlineData("財政局\n（資金課）")]
    [InlineData("財政局資金課")]
    [InlineData("財政局財政部資金課")]
    [InlineData("川崎市財政局")]
    [InlineData("川崎市　財政局資金課")]
    public void TheDepartmentMayBeFollowedByItsDivision(string written)
    {
        var reading = Read(["局・区名", written], ["報告年度", "平成30年度"]);
        Assert.Equal("zaisei", reading.Department);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("財政局・環境局")]
    [InlineData("財政局等")]
    [InlineData("財政局環境局資金課")]
    [InlineData("財政局御中")]
    [InlineData("高津区役役所")]
    [InlineData("資金課")]
    public void AnEntryThatDoesNotNameOneDepartmentIsUnknown(string written) =>
        Assert.Contains(Read(["局・区名", written], ["報告年度", "平成30年度"]).Problems, p => p.Code == "unknown-department");

    [Fact]
    public void ADepartmentThatOtherWordsFollowIsSuggested() => Assert.Contains(
        Read(["局・区名", "財政局資金課（内線1234）"], ["報告年度", "平成30年度"]).Problems, p => p.Message.EndsWith("「財政局」のことでしょうか。", StringComparison.Ordinal));

    private static WorkbookReading Read(params object?[][] front) =>
        Some.Read(new TestBook().Sheet("はじめに", front).Sheet("課題と方向性", Headers, Row).ToBytes(), "zaisei");
}
