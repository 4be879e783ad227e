using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>The answer to a workbook that the department changed after an earlier answer, or that another program wrote.</summary>
public sealed class AnsweredAgainTests
{
    [Theory]
    [InlineData("xlMacrosheet")]
    [InlineData("xlIntlMacrosheet")]
    public void TheAnswerToAWorkbookWithExcel4MacrosIsTheListOfFindingsAlone(string type)
    {
        const string relations = "xl/_rels/workbook.xml.rels", sheet = "xl/macrosheets/sheet1.xml";
        var parts = Answer.PartsOf(First());
        parts[relations] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[relations]).Replace(
            "</Relationships>",
            $"<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/{type}\" Target=\"macrosheets/sheet1.xml\"/></Relationships>",
            StringComparison.Ordinal));
        parts[sheet] = "<macrosheet/>"u8.ToArray();

        var answer = Answer.To(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), At("A2"));

        Assert.Equal("指摘一覧", Assert.Single(answer.SheetNames));
        Assert.Equal(0, answer.PartCount(sheet));
    }

    [Fact]
    public void AListThatTheDepartmentHidIsShownAgain()
    {
        var hidden = Edited(First(), book => Sheets(book).First().SetAttributeValue("state", "hidden"));

        var sheets = Sheets(Answer.To(hidden, At("A2")).Workbook).ToList();

        Assert.Null(sheets[0].Attribute("state"));
    }

    [Fact]
    public void AListThatTheDepartmentMovedIsTheOnlySelectedSheet()
    {
        var moved = Edited(First(), book =>
        {
            var list = Sheets(book).First();
            list.Remove();
            book.Element($"{Answer.Main}sheets")!.Add(list);
            foreach (var index in book.Descendants($"{Answer.Main}definedName").Attributes("localSheetId"))
                index.Value = ((int)index + 2) % 3 + "";
            book.Element($"{Answer.Main}sheets")!.AddBeforeSelf(
                new XElement($"{Answer.Main}bookViews", new XElement($"{Answer.Main}workbookView", new XAttribute("activeTab", 1))));
        });

        var answer = Answer.To(moved, At("A2"));

        Assert.Equal(["はじめに", "課題", "指摘一覧"], answer.SheetNames);
        Assert.Equal("2", (string?)answer.Workbook.Descendants($"{Answer.Main}workbookView").Single().Attribute("activeTab"));
        Assert.Equal(1, Answer.PartsOf(answer.Bytes)
            .Count(p => Encoding.UTF8.GetString(p.Value).Contains("tabSelected=\"1\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void TextAboutProblemsPrecedesThePhoneticGuidesOfANote()
    {
        var answer = Answer.To(
            Noted("局", "<r><t>要確認</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨウ</t></rPh><phoneticPr fontId=\"1\"/>"), At("A1"));

        Assert.Equal(
            ["r", "r", "r", "rPh", "phoneticPr"],
            XElement.Parse(answer.Text("xl/comments1.xml")).Descendants($"{Answer.Main}text").Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void TheBoxOfANoteIsEnlargedOnceForTheTextAboutProblems()
    {
        var first = Answer.To(Noted("局", "<t>1\n2\n3\n4\n5\n6</t>"), At("A1"));

        Assert.Contains("<x:Anchor>1, 15, 0, 2, 6, 25, 11, 2</x:Anchor>", first.Text("xl/d.vml"), StringComparison.Ordinal);
        Assert.Equal(first.Text("xl/d.vml"), Answer.To(first.Bytes, At("A1")).Text("xl/d.vml"));
        Assert.Contains("<x:Anchor>1, 15, 0, 2, 3, 15, 4, 1</x:Anchor>", Answer.To(Noted("局", "<t>要確認</t>"), At("B2"))
            .Text("xl/d.vml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tc={0A1B2C3D-0000-4000-8000-000000000001}", "A1", true)]
    [InlineData("tc={0A1B2C3D-0000-4000-8000-000000000001}", "B2", false)]
    [InlineData("局", "A1", false)]
    public void TheListSaysThatAThreadHidesTheCommentOfItsCell(string author, string cell, bool isSaid)
    {
        var answer = Answer.To(Noted(author, "<t>これは誰の値?</t>"), At(cell));

        Assert.Equal(isSaid, answer.List[3].Contains("スレッド形式のコメントのあるセルを除きます", StringComparison.Ordinal));
    }

    [Fact]
    public void ASheetWhosePartHasAPercentEncodedNameIsMarked()
    {
        var book = Some.Fixture("cases/percent-encoded-part/in.xlsx");
        var sheet = new Answer(book).SheetNames[1];

        var answer = Answer.To(book, At("A2") with { Sheet = sheet });

        Assert.Contains("s=", Row(answer.Text("xl/worksheets/sheet%202.xml"), 2), StringComparison.Ordinal);
        Assert.Contains("legacyDrawing", answer.Text("xl/worksheets/sheet%202.xml"), StringComparison.Ordinal);
        Assert.Equal(1, answer.PartCount("xl/worksheets/_rels/sheet%202.xml.rels"));
        Assert.Equal($"C6 '{sheet}'!A2", Assert.Single(answer.Links));
        Assert.Equal(2, Answer.PartsOf(answer.Bytes).Keys.Count(p => p.Contains("%20", StringComparison.Ordinal)));
    }

    private static string Row(string sheet, int number) => XElement.Parse(sheet).Descendants($"{Answer.Main}row")
        .Single(r => (int)r.Attribute("r")! == number).Elements().First().ToString();

    private static byte[] First() => Answer.To(
        TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [9, "その他", "文"]).ToBytes(), At("A2")).Bytes;

    private static byte[] Noted(string author, string text) => new TestBook()
        .Raw("課題", "", "<sheetData/><legacyDrawing r:id=\"b\"/>")
        .Part(
            "xl/worksheets/_rels/0.xml.rels",
            $"<Relationships>{Relation("a", "comments", "comments1.xml")}{Relation("b", "vmlDrawing", "d.vml")}</Relationships>")
        .Part(
            "xl/comments1.xml",
            $"<comments xmlns=\"{Xml.Main}\"><authors><author>{author}</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text>"
                + $"{text}</text></comment></commentList></comments>")
        .Part(
            "xl/d.vml",
            "<xml><v:shape id=\"_x0000_s1025\"><x:ClientData ObjectType=\"Note\"><x:Anchor>1, 15, 0, 2, 3, 15, 4, 1</x:Anchor><x:Row>0</x:Row>"
                + "<x:Column>0</x:Column></x:ClientData></v:shape></xml>")
        .ToBytes();

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Xml.Relationships}/{type}\" Target=\"../{target}\"/>";

    private static byte[] Edited(byte[] workbook, Action<XElement> edit)
    {
        var parts = Answer.PartsOf(workbook);
        var book = XElement.Parse(Encoding.UTF8.GetString(parts["xl/workbook.xml"]).TrimStart('\uFEFF'));
        edit(book);
        parts["xl/workbook.xml"] = Encoding.UTF8.GetBytes(book.ToString(SaveOptions.DisableFormatting));
        return TestBook.Zip(parts.Select(p => (p.Key, p.Value)));
    }

    private static IEnumerable<XElement> Sheets(XElement book) => book.Descendants($"{Answer.Main}sheet");

    private static Problem At(string cell) => new("x", Severity.Error, "課題", cell, null, "何かが違います。", "直してください。例：1");
}
