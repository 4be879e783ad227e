using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class FileProblemTests
{
    private static readonly object?[] Headers = ["視点", "施策", "担当部署", "課題と今後の方向性"];
    private static readonly object?[] Row = [1, "その他", "財政局", "文"];

    [Fact]
    public void AnOlderTemplateIsAWarning() => Expect.Only(
        new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], ["様式の版", 0]).Sheet("視点別取組", ["視点", "施策", "取組"])
            .Sheet("課題と方向性", Headers, Row).Sheet("連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"]),
        new(
            "older-template", Severity.Warning, "はじめに", "B3", "0", "古い様式（0版）に記入されています。",
            "読み取れるところは読み取りました。次からは、新しい様式を取り直して記入してください。例：様式の版 1"));

    [Fact]
    public void ASheetTakenOutOfTheTemplateIsAWarning() => Expect.Only(
        new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], ["様式の版", 1]).Sheet("視点別取組", ["視点", "施策", "取組"])
            .Sheet("課題と方向性", Headers, Row),
        new(
            "sheet-missing", Severity.Warning, null, null, null, "「連携取組」のシートがないか、非表示になっています。このまま受け付けると、「連携取組」の報告はないものとして扱われます。",
            "報告することがあるときは、シートを戻すか、再表示してください。例：様式を取り直し、「連携取組」のシートに記入する"));

    [Fact]
    public void ABureauNeedsNoSheetOfTheWards() =>
        Assert.DoesNotContain(Some.Read(Some.Template("zaisei")).Problems, p => p.Code == "sheet-missing");

    [Fact]
    public void AWorkbookMadeWithoutTheTemplateNeedNotHaveAllSheets() =>
        Assert.Empty(Some.Read(TestBook.Of("zaisei", "課題と方向性", Headers, Row).ToBytes()).Problems);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EarlierRecordsThatAWorkbookWithoutTheTemplateLacksAreReported(bool hasFront)
    {
        var rows = hasFront ? TestBook.Of("zaisei", "課題と方向性", Headers, Row) : new TestBook().Sheet("課題と方向性", Headers, Row);

        Assert.Equal(["連携取組"], Missing(rows));
    }

    [Fact]
    public void EarlierRecordsThatAWorkbookInTheReportLayoutLacksAreReported() => Assert.Equal(
        ["課題と方向性", "連携取組"],
        Missing(new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲", null])));

    [Fact]
    public void EarlierRecordsThatAWorkbookHasInTheReportLayoutAreNotMissing() => Assert.Empty(Missing(
        TestBook.Of("zaisei", "課題と方向性", Headers, Row).Sheet(
            "関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"], ["財政局", "環境局", "甲", "乙", "丙"])));

    private static IEnumerable<string> Missing(TestBook book)
    {
        var nowhere = Source.Read("zaisei", "", "");
        var known = DepartmentRecords.Of([
            new Direction("zaisei-0001", nowhere, 1, "other", [], "文"), new Collaboration("zaisei-0002", nowhere, "環境局", "甲", "乙", "丙"),
        ]);
        return WorkbookReader.Read(book.ToBytes(), new(Some.Register, Some.Year, "zaisei") { Known = known }).Problems
            .Where(p => p.Code == "sheet-missing").Select(p => p.Message.Split('」')[0][1..]);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void MacrosAreAWarning(string path) => Expect.Only(
        TestBook.Of("zaisei", "課題と方向性", Headers, Row).Part(path, "x"),
        new(
            "macros", Severity.Warning, null, null, null, "マクロが含まれています。マクロは実行せず、セルの内容だけを読み取りました。",
            "マクロで値を入れているときは、Excelで実行し、結果を確かめてから保存してください。例：「名前を付けて保存」で「Excel ブック (*.xlsx)」を選ぶ"));

    [Fact]
    public void ARepeatedColumnIsReportedAtItsSecondHeader() => Expect.Only(
        TestBook.Of("zaisei", "課題と方向性", [.. Headers, "施 策"], [.. Row, "教育施策"]),
        new(
            "column-twice", Severity.Error, "課題と方向性", "E1", "施 策", "「施策」の列が二つあります。B列を読み取り、この列は読み取りませんでした。",
            "一つの列にまとめ、もう一方の列を削除してください。例：B列に値を移し、この列を削除する"));

    [Fact]
    public void ARepeatedYearColumnIsReportedAtItsSecondHeader() => Expect.Only(
        TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度", "H29"], [1, "その他", "文", "人", 1, 2, 2]),
        new(
            "column-twice", Severity.Error, "視点別取組", "G1", "H29", "「平成29（2017）年度」の列が二つあります。F列を読み取り、この列は読み取りませんでした。",
            "一つの列にまとめ、もう一方の列を削除してください。例：F列に値を移し、この列を削除する"));

    [Theory]
    [InlineData("28", "平成28年度")]
    [InlineData("２８年度", "平成28年度")]
    [InlineData("30", "平成30年度")]
    public void AYearWithoutItsEraIsNoHeader(string header, string meant) => Expect.Only(
        TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", header, .. new[] { "平成28年度", "平成29年度" }.Where(y => y != meant)],
            [1, "その他", "文", "人", .. new object?[] { 1, 2, 3 }.Take(meant == "平成30年度" ? 3 : 2)]),
        new("not-a-year", Severity.Error, "視点別取組", "E1", header, $"見出し「{header}」は年度として読み取れません。", $"元号を付けるか、西暦で書いてください。例：{meant}"));

    [Theory]
    [InlineData("1")]
    [InlineData("100")]
    [InlineData("65歳以上")]
    public void AnUnknownHeaderIsAWarning(string header) => Assert.Equal(
        [("column-not-read", Severity.Warning, "G1")],
        Some.Read(
            TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度", header], [1, "その他", "文", "人", 1, 2, 3]).ToBytes())
            .Problems.Select(p => (p.Code, p.Severity, p.Cell!)));

    [Fact]
    public void ARepeatedColumnIsNotReportedWhileItIsEmpty() =>
        Assert.Empty(Some.Read(TestBook.Of("zaisei", "課題と方向性", [.. Headers, "施策"], Row).ToBytes()).Problems);

    [Fact]
    public void HiddenRowsAreReadWithAWarning()
    {
        var reading = Expect.Only(
            Hiding(rows => rows.Replace("<row r=\"2\"", "<row hidden=\"1\" r=\"2\"",
                StringComparison.Ordinal).Replace("<row r=\"3\"", "<row hidden=\"true\" r=\"3\"", StringComparison.Ordinal)),
            new("hidden", Severity.Warning, "課題と方向性", "A2–A3",
                null, "非表示の行に記入があります。非表示の行も報告として読み取りました。", "行を再表示し、報告しない行であれば削除してください。例：絞り込み（フィルター）を解除する"));
        Assert.Equal(2, reading.Records.Directions.Count);
    }

    [Theory]
    [InlineData("zeroHeight=\"1\"")]
    [InlineData("zeroHeight=\"true\" defaultRowHeight=\"0\"")]
    public void RowsThatAreInTheFileAreVisibleEvenIfAllOtherRowsAreHidden(string format)
    {
        var book = Hiding(rows => $"<sheetFormatPr {format}/>{rows.Replace("<row r=\"3\"", "<row hidden=\"1\" r=\"3\"", StringComparison.Ordinal)
            .Replace("</sheetData>", "<row r=\"4\"><c r=\"F4\"><v>5</v></c></row></sheetData>", StringComparison.Ordinal)}");

        Assert.Equal(["cell-not-read F4", "hidden A3"], Some.Read(book.ToBytes()).Problems.Select(p => $"{p.Code} {p.Cell}").Order());
    }

    [Fact]
    public void HiddenColumnsAreReadWithAWarning()
    {
        var reading = Expect.Only(
            Hiding(rows => $"<cols><col min=\"3\" max=\"3\" hidden=\"1\"/><col min=\"6\" max=\"16384\" hidden=\"1\"/></cols>{rows}"),
            new("hidden", Severity.Warning, "課題と方向性", "C1",
                null, "「担当部署」の列が非表示で、記入があります。非表示の列も報告として読み取りました。", "列を再表示し、内容を確かめてください。例：両隣の列を選び、右クリックして「再表示」を選ぶ"));
        Assert.Equal(["財政局"], reading.Records.Directions[0].Divisions);
    }

    [Fact]
    public void AYearHeaderOfAnEraThatHadEndedIsReadWithAWarning() => Expect.Only(
        TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度", "平成32年度"], [1, "その他", "文", "人", 1, 2]),
        new(
            "era-ended", Severity.Warning, "視点別取組", "G1", "平成32年度", "「平成32年度」の元号はその年には終わっているため、令和2（2020）年度と読み取りました。",
            "年が正しいか確かめ、今の元号で書いてください。例：令和2（2020）年度"));

    private static TestBook Hiding(Func<string, string> hide) =>
        TestBook.Of("zaisei", "空").Raw("課題と方向性", "", hide(TestBook.Rows([Headers, [1, "その他", "財政局", "甲"], [2, "その他", "財政局", "乙"]])));
}
