using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>
/// For workbooks with sizes that no person would enter, a copy with marked problems, or the list of findings (the problems) alone, is made
/// in bounded time and memory. Each of these workbooks once caused a hang or used up the memory.
/// </summary>
public sealed class AnnotatedLimitTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Author = "地域包括ケア報告の確認";

    [Fact]
    public void CommentsAreWrittenIfAllRowsAndColumnsHaveNoSize()
    {
        var answer = Answer.To(Book("<sheetFormatPr defaultRowHeight=\"0\" defaultColWidth=\"0\"/><sheetData/>"), At("A1–A2000"));
        Assert.Equal(2_000, answer.Comments("表").Count);
        Assert.Contains("<x:Anchor>1, 12, 0, 4, ", answer.Text("xl/drawings/vmlDrawing1.vml"), StringComparison.Ordinal);
    }

    [Fact]
    public void ThirtyThousandCommentsOfTheDepartmentAreKept()
    {
        var comments = Repeat(60_000, i => $"<comment ref=\"{(i % 2 == 0 ? "Y" : "Z")}{(i / 2) + 1}\" authorId=\"{i % 2}\"/>");
        var answer = Answer.To(
            Commented($"<authors><author>{Author}</author><author>局</author></authors><commentList>{comments}</commentList>"),
            At("A1–A2000"));
        Assert.Equal(32_000, answer.Comments("表").Count);
    }

    [Theory]
    [InlineData("bytes")]
    [InlineData("elements")]
    public void CellsOfASheetWithATooLargeCommentsPartAreFilledButNotCommented(string kind)
    {
        var content = kind == "bytes" ? $"<!--{new string(' ', 9_000_000)}-->" : Repeat(500_000, _ => "<a/>");
        var answer = Answer.To(Commented($"<authors/><commentList>{content}</commentList>"), At("A1"));
        Assert.NotNull(answer.FillOf("表", "A1"));
        Assert.Empty(answer.Comments("表"));
        Assert.Contains("コメントのないセル", answer.List[3], StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesByTheHundredThousandAreScannedOnce()
    {
        var comments = $"<authors><author>{Author}</author></authors><commentList><comment ref=\"C5\" authorId=\"0\"/></commentList>";
        var shapes = $"<v:shape id=\"_x0000_s1\"><x:Row> 4\n</x:Row><x:Column>2</x:Column></v:shape>{Repeat(100_000, _ => "<v:shape ")}";
        var answer = Answer.To(Commented(comments, shapes), At("A1"));
        Assert.Equal("A1", Assert.Single(answer.Comments("表").Keys));
        Assert.DoesNotContain("<v:shape id=\"_x0000_s1\">", answer.Text("xl/d.vml"), StringComparison.Ordinal);
        Assert.Contains(Repeat(100_000, _ => "<v:shape "), answer.Text("xl/d.vml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AWorkbookWithAMillionColumnFormatsGetsTheListOfFindingsAlone() =>
        IsTheListAlone(Answer.To(Book($"<cols>{Repeat(1_000_000, _ => "<col/>")}</cols><sheetData/>"), At("A1")));

    [Fact]
    public void AFormatOfEachColumnIsFoundForEachMark()
    {
        var columns = Repeat(CellAddress.LastColumn, i => $"<col min=\"{i + 1}\" max=\"{i + 1}\" style=\"{i % 3}\"/>");
        var answer = Answer.To(Book($"<cols>{columns}</cols><sheetData/>"), At("A1:XFD3"));
        Assert.NotNull(answer.FillOf("表", "XFD3"));
    }

    [Fact]
    public void MergesByTheTenThousandAreLookedUp()
    {
        var merges = Repeat(20_000, i => $"<mergeCell ref=\"A{(2 * i) + 1}:B{(2 * i) + 2}\"/>");
        var answer = Answer.To(Book($"<sheetData/><mergeCells>{merges}</mergeCells>"), At("B2–B40000"));
        Assert.NotNull(answer.FillOf("表", "A39999"));
    }

    [Fact]
    public void FormatsByTheTenThousandAreEachMarkedOnce()
    {
        var rows = Repeat(20_000, i => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" s=\"{i}\"/></row>");
        var styles = $"<fonts><font><color rgb=\"FFFFFFFF\"/></font></fonts><cellXfs>{Repeat(20_000, _ => "<xf fontId=\"0\"/>")}</cellXfs>";
        var answer = Answer.To(Styled($"<sheetData>{rows}</sheetData>", styles), At("A1–A20000"));
        Assert.Equal(("FFFFD0D4", "FF1F2933"), (answer.FillOf("表", "A20000"), answer.LettersOf("表", "A20000")));
    }

    [Fact]
    public void AWorkbookWithAHugeFontInAThousandFormatsGetsTheListOfFindingsAlone()
    {
        var rows = Repeat(1_000, i => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" s=\"{i}\"/></row>");
        var styles = $"<fonts><font>{Repeat(100_000, _ => "<b/>")}<color rgb=\"FFFFFFFF\"/></font></fonts><cellXfs>{Repeat(1_000, _ => "<xf fontId=\"0\"/>")}</cellXfs>";
        IsTheListAlone(Answer.To(Styled($"<sheetData>{rows}</sheetData>", styles), At("A1–A1000")));
    }

    [Theory]
    [InlineData("names")]
    [InlineData("attributes")]
    [InlineData("namespaces")]
    public void AWorkbookWithThousandsOfXmlNamesInItsStylesGetsTheListOfFindingsAlone(string kind) => IsTheListAlone(Answer.To(
        Styled("<sheetData/>", kind switch
        {
            "names" => Repeat(10_000, i => $"<q{i}/>"),
            "attributes" => $"<q {Repeat(1_900, i => $"a{i}=\"\" ")}/>",
            _ => $"<q {Repeat(1_900, i => $"xmlns:a{i}=\"u\" ")}>{Repeat(10, _ => "<q/>")}</q>",
        }),
        At("A1")));

    [Fact]
    public void AHundredThousandDefinedNamesStillReferToTheirSheet()
    {
        var names = $"<definedNames>{Repeat(100_000, _ => "<definedName name=\"a\" localSheetId=\"0\">b</definedName>")}</definedNames>";
        var answer = Answer.To(new TestBook { AfterSheets = names }.Raw("表", "", "<sheetData/>").ToBytes(), At("A1"));
        Assert.Equal(
            100_000, answer.Workbook.Descendants($"{Answer.Main}definedName").Count(n => (string?)n.Attribute("localSheetId") == "1"));
    }

    [Fact]
    public void AWorkbookWithAMillionElementsInItsDefinedNamesGetsTheListOfFindingsAlone() => IsTheListAlone(
        Answer.To(
            new TestBook { AfterSheets = $"<definedNames>{Repeat(1_000_000, _ => "<a/>")}</definedNames>" }.Raw("表", "", "<sheetData/>")
                .ToBytes(),
            At("A1")));

    [Fact]
    public void AWorkbookWithAHundredThousandContentTypesGetsTheListOfFindingsAlone() => IsTheListAlone(Answer.To(
        new TestBook().Raw("表", "", "<sheetData/>").Part("[Content_Types].xml", $"<Types>{Repeat(100_000, _ => "<Override/>")}</Types>")
            .ToBytes(),
        At("A1")));

    [Fact]
    public void ASheetWithAHundredThousandExternalRelationshipsIsMarked()
    {
        var relations = Repeat(100_000, _ => "<Relationship Type=\"a\" TargetMode=\"External\"/>");
        var answer = Answer.To(
            new TestBook().Raw("表", "", "<sheetData/>")
                .Part("xl/worksheets/_rels/0.xml.rels", $"<Relationships>{relations}</Relationships>").ToBytes(),
            At("A1"));
        Assert.Single(answer.Comments("表"));
    }

    [Fact]
    public void AnAnswerOfManySheetsCanBeSentAgain()
    {
        var book = new TestBook();
        for (var i = 0; i < 900; i++)
            book.Raw($"表{i}", "", "<sheetData/>");
        var answer = Answer.To(book.ToBytes(), [.. Enumerable.Range(0, 900).Select(i => At("A1") with { Sheet = $"表{i}" })]);
        Assert.Equal(901, answer.SheetNames.Length);
        Assert.NotNull(answer.FillOf("表899", "A1"));
        Assert.Single(answer.Comments("表0"));
        Assert.True(Answer.PartsOf(answer.Bytes).Count <= WorkbookLimits.Entries);
        Assert.Contains("コメントのないセル", answer.List[3], StringComparison.Ordinal);
    }

    [Fact]
    public void APartIsMarkedForOneSheet()
    {
        var sheets = string.Concat(Enumerable.Range(0, 999).Select(i => $"<sheet name=\"{i}\" sheetId=\"{i + 9}\" r:id=\"s0\"/>"));
        var workbook = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"s0\"/>{sheets}</sheets></workbook>";
        var book = new TestBook().Raw("表", "", $"<sheetData/><a>{new string(' ', 900_000)}</a>").Part("xl/workbook.xml", workbook)
            .ToBytes();
        Assert.Single(Answer.To(book, At("A1"), At("A1") with { Sheet = "998" }).Comments("表"));
    }

    [Fact]
    public void CommentsBelongToTheFirstSheetThatNamesThem()
    {
        var relations = $"<Relationships>{Relation("a", "comments", "comments1.xml")}</Relationships>";
        var comments = $"<comments xmlns=\"{Main}\"><authors/><commentList>{Repeat(10_000, i => $"<comment ref=\"Z{i + 1}\"/>")}</commentList></comments>";
        var book = new TestBook().Part("xl/comments1.xml", comments);
        for (var i = 0; i < 300; i++)
            book.Raw(i == 0 ? "表" : $"表{i}", "", "<sheetData/>").Part($"xl/worksheets/_rels/{i}.xml.rels", relations);
        var answer = Answer.To(book.ToBytes(), At("A1"), At("A2") with { Sheet = "表299" });
        Assert.True(answer.Comments("表").ContainsKey("A1"));
        Assert.False(answer.Comments("表299").ContainsKey("A2"));
        Assert.NotNull(answer.FillOf("表299", "A2"));
    }

    [Fact]
    public void AMegabyteOfANameIsNotLookedUpForEachProblem()
    {
        var name = new string('x', 900_000);
        var answer = Answer.To(Book("<sheetData/>"), [.. Enumerable.Range(1, 2_000).Select(i => At($"A{i}") with { Sheet = name })]);
        Assert.Empty(answer.Links);
        Assert.Equal(2_005, answer.List.Length);
    }

    [Fact]
    public void AListOf30000ProblemsIsWhole()
    {
        var list = Answer.To([], [.. Enumerable.Range(1, 30_000).Select(i => At($"A{i}"))]).List;
        Assert.Equal((30_005, "誤り|表|A30000|何かが違います。|直してください。\n例：1"), (list.Length, list[^1]));
    }

    [Fact]
    public void AListOfLongTextsIsCutShort()
    {
        var text = new string('長', 20_000);
        var list = Answer.To(
            [], [.. Enumerable.Range(1, 1_000).Select(i => new Problem("x", Severity.Error, "表", $"A{i}", text, text, text))]).List;
        Assert.Equal($"誤り|表|A1|{text}|{text}|{text}", list[5]);
        Assert.Equal($"誤り|表|A1000|{text[..200]}|{text[..200]}|{text[..200]}", list[^1]);
    }

    [Fact]
    public void TheCommentOfAMergedCellWithManyProblemsStaysWithinExcelsLimit()
    {
        var book = Book("<sheetData/><mergeCells><mergeCell ref=\"A1:A1048576\"/></mergeCells>");
        var comment = Answer.To(book, At("A1–A2000") with { Message = new string('長', 1_000) }).Comments("表")["A1"];
        Assert.InRange(comment.Length, 30_000, 32_767);
    }

    private static Problem At(string cells) => new("x", Severity.Error, "表", cells, null, "何かが違います。", "直してください。例：1");

    private static void IsTheListAlone(Answer answer)
    {
        Assert.Equal("指摘一覧", Assert.Single(answer.SheetNames));
        Assert.Equal("「直し方」のとおりに直してください。", answer.List[3]);
    }

    private static byte[] Book(string sheet) => new TestBook().Raw("表", "", sheet).ToBytes();

    private static byte[] Styled(string sheet, string styles) =>
        new TestBook().Raw("表", "", sheet).Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>").ToBytes();

    private static byte[] Commented(string comments, string? shapes = null) => new TestBook()
        .Raw("表", "", $"<sheetData/>{(shapes is null ? "" : "<legacyDrawing r:id=\"b\"/>")}")
        .Part("xl/worksheets/_rels/0.xml.rels",
            $"<Relationships>{Relation("a", "comments", "comments1.xml")}{(shapes is null ? "" : Relation("b", "vmlDrawing", "d.vml"))}</Relationships>")
        .Part("xl/comments1.xml", $"<comments xmlns=\"{Main}\">{comments}</comments>")
        .Part("xl/d.vml", shapes is null ? "" : $"<xml>{shapes}</xml>")
        .ToBytes();

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/{type}\" Target=\"../{target}\"/>";

    private static string Repeat(int count, Func<int, string> piece) => string.Concat(Enumerable.Range(0, count).Select(piece));
}
