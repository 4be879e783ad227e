using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

public sealed class AnnotatedWorkbookTests
{
    private static readonly byte[] Rich = Some.Fixture("openpyxl-rich.xlsx");

    [Fact]
    public void RelationshipsAddedToASheetHaveRelativeTargets() =>
        Assert.DoesNotContain("Target=\"/", Answer.To(Some.Sample("takatsu"), new Problem("x", Severity.Info, "視点別取組", "E2",
            null, "何かが違います。", "直してください。例：1")).Text("xl/worksheets/_rels/sheet2.xml.rels"), StringComparison.Ordinal);

    [Fact]
    public void EachCellThatHasAProblemIsFilledAndCommented()
    {
        var answer = Answer.To(Broken(), At("課題", "A2", Severity.Error), At("課題", "C2, C4–C5", Severity.Warning));
        Assert.Equal("A2 C2 C4 C5", string.Join(' ', answer.Comments("課題").Keys));
        Assert.Equal(
            "FFFFD0D4 FFFFEFB6 FFFFEFB6 FFFFEFB6", string.Join(' ', new[] { "A2", "C2", "C4", "C5" }.Select(c => answer.FillOf("課題", c))));
        Assert.Null(answer.FillOf("課題", "B2"));
        Assert.Equal("【誤り】何かが違います。\n直してください。\n例：1", answer.Comments("課題")["A2"]);
    }

    [Fact]
    public void WhiteLettersOfAHeaderTurnDarkOnTheMark()
    {
        var answer = Answer.To(Some.Sample("takatsu"), At("視点別取組", "B1", Severity.Error), At("視点別取組", "A2", Severity.Error));
        Assert.Equal("FF1F2933", answer.LettersOf("視点別取組", "B1"));
        Assert.Equal("FFFFFFFF", answer.LettersOf("視点別取組", "C1"));
        Assert.Equal(new Answer(Some.Sample("takatsu")).LettersOf("視点別取組", "A2"), answer.LettersOf("視点別取組", "A2"));
    }

    [Fact]
    public void AMissingCellWithAProblemIsAddedInTheOrderOfRowsAndColumns()
    {
        var answer = Answer.To(Broken(), At("課題", "B3, F2, A4", Severity.Error), At("課題", "B40", Severity.Error));
        Assert.Equal("1: A1 B1 C1, 2: A2 B2 C2 F2, 3: A3 B3, 4: A4, 40: B40", answer.CellsOf("課題"));
    }

    [Fact]
    public void AProblemWithinMergedCellsIsShownInTheFirstOfThem()
    {
        var rows = TestBook.Rows([["視点", "施策", "課題と今後の方向性"], [9, "その他", "甲"], [null, "その他", "乙"]]);
        var book = TestBook.Of("zaisei", "空").Raw("課題", "", rows + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>").ToBytes();
        var answer = Answer.To(book, At("課題", "A3", Severity.Error));
        Assert.Equal("A2", Assert.Single(answer.Comments("課題").Keys));
        Assert.NotNull(answer.FillOf("課題", "A2"));
    }

    [Fact]
    public void TwoProblemsOfACellAreInOneComment()
    {
        var answer = Answer.To(Broken(), At("課題", "A2", Severity.Warning), At("課題", "A2", Severity.Error) with { Message = "まず、これです。" });
        Assert.Equal("【誤り】まず、これです。\n直してください。\n例：1\n\n【注意】何かが違います。\n直してください。\n例：1", answer.Comments("課題")["A2"]);
        Assert.Equal("FFFFD0D4", answer.FillOf("課題", "A2"));
    }

    [Fact]
    public void TheFirstSheetOfAnAnswerListsEveryProblem()
    {
        var answer = Answer.To(Broken(), At("課題", "A2", Severity.Error) with { Found = "=1+1" }, At("課題", "C2", Severity.Info),
            At(null, null, Severity.Warning));
        Assert.Equal(["指摘一覧", "はじめに", "課題"], answer.SheetNames);
        Assert.Equal(
            [
                "指摘一覧",
                "受け付けられません。誤りが1件あります。直して、もう一度提出してください。",
                "誤り 1件　　注意 1件　　参考 1件",
                "「セル」を押すとその場所に移ります。色の付いたセルのコメントに、同じ内容があります。このシートは消さずに提出しても構いません。",
                "重さ|シート|セル|入力されている内容|指摘|直し方",
                "誤り|課題|A2|=1+1|何かが違います。|直してください。\n例：1",
                "参考|課題|C2|何かが違います。|直してください。\n例：1",
                "注意|（ブック全体）|何かが違います。|直してください。\n例：1",
            ],
            answer.List);
        Assert.Equal(["C6 '課題'!A2", "C7 '課題'!C2"], answer.Links);
    }

    [Fact]
    public void TheListOfAWorkbookWithoutProblemsSaysThatItCanBeAccepted()
    {
        var answer = Answer.To(Some.Sample("takatsu"));
        Assert.Equal("受け付けられます。直していただくところはありません。", answer.List[1]);
        Assert.Equal("指摘はありません。", answer.List[^1]);
    }

    [Theory]
    [InlineData("局's 表", "'局''s 表'!A1")]
    [InlineData("=1+1", "'=1+1'!A1")]
    [InlineData("A1", "'A1'!A1")]
    public void ANameOfASheetIsQuotedInALink(string name, string location)
    {
        var book = TestBook.Of("zaisei", name.Replace("'", "&apos;", StringComparison.Ordinal), ["視点"]).ToBytes();
        Assert.Equal($"C6 {location}", Assert.Single(Answer.To(book, At(name, null, Severity.Error)).Links));
    }

    [Fact]
    public void ControlCharactersAreLeftOut()
    {
        var answer = Answer.To(
            Broken(), At("課題", "A2", Severity.Error) with { Found = "\u0001あ\u0007\uD800\uFFFE\r\nい_x0001_", Message = "\u0000違います。" });
        Assert.Equal("誤り|課題|A2|あ\uFFFD\nい_x005F_x0001_|違います。|直してください。\n例：1", answer.List[^1]);
    }

    [Fact]
    public void DefinedNamesAndTheSelectedTabAreAdjustedToTheInsertedList()
    {
        var (before, after) = (new Answer(Rich).Workbook, Answer.To(Rich, At("課題", "A2", Severity.Error)).Workbook);
        Assert.Equal(Names(before).Select(n => n.Sheet < 0 ? n : n with { Sheet = n.Sheet + 1 }), Names(after)
            .Where(n => !n.Formula.StartsWith("'指摘一覧'", StringComparison.Ordinal)));
        Assert.Equal("0", (string?)after.Descendants($"{Answer.Main}workbookView").Single().Attribute("activeTab"));
        Assert.Equal(1, Answer.PartsOf(Answer
            .To(Rich).Bytes).Count(p => Encoding.UTF8.GetString(p.Value).Contains("tabSelected=\"1\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryOtherPartKeepsItsBytes()
    {
        var (before, after) = (Answer.PartsOf(Rich), Answer.PartsOf(Answer.To(Rich, At("課題", "A2", Severity.Error)).Bytes));
        string[] touched =
        [
            "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet2.xml",
            "xl/comments/comment1.xml",
        ];
        Assert.Equal(touched.Order(StringComparer.Ordinal), before.Keys.Where(k => !before[k].AsSpan().SequenceEqual(after[k]))
            .Order(StringComparer.Ordinal));
        Assert.Equal("xl/worksheets/sheet5.xml", Assert.Single(after.Keys.Except(before.Keys)));
    }

    [Fact]
    public void OfAMarkedSheetOnlyTheFillsChange()
    {
        var (before, after) = (Answer.PartsOf(Rich)["xl/worksheets/sheet2.xml"],
            Answer.PartsOf(Answer.To(Rich, At("課題", "A2, C2", Severity.Error)).Bytes)["xl/worksheets/sheet2.xml"]);
        Assert.Equal(Canonical(before), Canonical(after));
    }

    [Fact]
    public void ACommentOfTheDepartmentsOwnStays()
    {
        var comments = Answer.To(Rich, At("課題", "A2, B2", Severity.Error)).Comments("課題");
        Assert.Equal("局のメモ\n\n――――　確認の結果　――――\n【誤り】何かが違います。\n直してください。\n例：1", comments["A2"]);
        Assert.Equal(("別のメモ", "【誤り】何かが違います。\n直してください。\n例：1"), (comments["C3"], comments["B2"]));
    }

    [Fact]
    public void AnAnswerThatIsMendedAndSentAgainLosesItsOldMarks()
    {
        var first = Answer.To(Rich, At("課題", "A2, B2", Severity.Error), At("別の表", "A1", Severity.Warning));
        var second = Answer.To(first.Bytes, At("課題", "C2", Severity.Error));
        Assert.Equal(first.SheetNames, second.SheetNames);
        Assert.Equal("A2 C3 C2", string.Join(' ', second.Comments("課題").Keys));
        Assert.Equal("局のメモ", second.Comments("課題")["A2"]);
        Assert.Empty(second.Comments("別の表"));
        Assert.Equal((null, "FFFFD0D4"), (second.FillOf("課題", "B2"), second.FillOf("課題", "C2")));
        Assert.DoesNotContain("<x:Row>1</x:Row><x:Column>1</x:Column>",
            Encoding.UTF8.GetString(Answer.PartsOf(second.Bytes)["xl/drawings/commentsDrawing1.vml"]), StringComparison.Ordinal);
        Assert.Empty(second.NewErrors(Rich));
    }

    [Theory]
    [InlineData("kenkofukushi")]
    [InlineData("takatsu")]
    public void AnAnswerReadsAsItsOriginal(string department)
    {
        var reading = Some.Read(Some.Sample(department));
        var again = Some.Read(
            Answer.To(Some.Sample(department), At("視点別取組", "B2–B9, A2:M3", Severity.Error), At("連携取組", "Z90", Severity.Info)).Bytes);
        Assert.Equal((reading.Records, reading.Problems), (again.Records, again.Problems));
    }

    [Fact]
    public void AnAnswerIsAsValidAsItsOriginal()
    {
        foreach (var original in new[] { Rich, Some.Sample("kenkofukushi"), Some.Fixture("libreoffice-takatsu.xlsx"),
            Some.Fixture("openpyxl-kenkofukushi.xlsx") })
        {
            var sheet = new Answer(original).SheetNames[1];
            Assert.Empty(
                Answer.To(original, At(sheet, "A2, B2–B400, AC7", Severity.Error), At("はじめに", "A1", Severity.Info)).NewErrors(original));
        }
    }

    [Fact]
    public void TheAnswerToAWorkbookWithMacrosHasNoMacros()
    {
        var parts = Answer.PartsOf(Rich);
        parts["[Content_Types].xml"] = Changed(
            parts["[Content_Types].xml"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
        parts["[Content_Types].xml"] = Changed(
            parts["[Content_Types].xml"], "<Override",
            "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override");
        parts["xl/_rels/workbook.xml.rels"] = Changed(
            parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
            "<Relationship Id=\"rIdMacro\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" "
                + "Target=\"vbaProject.bin\"/></Relationships>");
        parts["xl/vbaProject.bin"] = [1, 2, 3];
        var answer = Answer.PartsOf(Answer.To(TestBook.Zip(parts.Select(p => (p.Key, p.Value)))).Bytes);
        Assert.DoesNotContain("xl/vbaProject.bin", answer.Keys);
        Assert.DoesNotContain("vbaProject",
            Encoding.UTF8.GetString([.. answer["[Content_Types].xml"], .. answer["xl/_rels/workbook.xml.rels"]]), StringComparison.Ordinal);
        Assert.Contains("spreadsheetml.sheet.main+xml", Encoding.UTF8.GetString(answer["[Content_Types].xml"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("PK\u0003\u0004")]
    public void AFileThatCannotBeOpenedGetsTheListOfFindingsAlone(string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        var answer = new Answer(AnnotatedWorkbook.Write(bytes, Some.Read(bytes).Problems));
        Assert.Equal("指摘一覧", Assert.Single(answer.SheetNames));
        Assert.Contains("Excelのブックとして読み取れませんでした。", answer.List[^1], StringComparison.Ordinal);
        Assert.Empty(answer.Errors());
    }

    [Fact]
    public void AtMost2000CellsGetAComment()
    {
        var answer = Answer.To(Broken(), At("課題", "A2–A1048576", Severity.Error), At("課題", "XFD1:XFE9, A0, ほか", Severity.Error));
        Assert.Equal(2_000, answer.Comments("課題").Count);
        Assert.Contains("数が多いため", answer.List[3], StringComparison.Ordinal);
        Assert.True(answer.Bytes.Length < 1_000_000);
    }

    [Fact]
    public void TheSameInputGivesTheSameBytes() =>
        Assert.Equal(Answer.To(Rich, At("課題", "A2", Severity.Error)).Bytes, Answer.To(Rich, At("課題", "A2", Severity.Error)).Bytes);

    private static byte[] Broken() =>
        TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [9, "その他", "文"], [1]).ToBytes();

    private static Problem At(string? sheet, string? cell, Severity severity) =>
        new("x", severity, sheet, cell, null, "何かが違います。", "直してください。例：1");

    private static IEnumerable<(string? Name, int Sheet, string Formula)> Names(XElement workbook) =>
        workbook.Descendants($"{Answer.Main}definedName")
            .Select(n => ((string?)n.Attribute("name"), (int?)n.Attribute("localSheetId") ?? -1, n.Value));

    private static string Canonical(byte[] sheet)
    {
        var root = XDocument.Load(new MemoryStream(sheet)).Root!;
        root.Descendants().Attributes("tabSelected").Remove();
        root.Descendants($"{Answer.Main}c").Attributes("s").Remove();
        return root.ToString();
    }

    private static byte[] Changed(byte[] part, string from, string to)
    {
        var text = Encoding.UTF8.GetString(part);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }
}
