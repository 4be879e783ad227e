using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;
using KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>The texts of text boxes and other shapes are reported, because they are not in cells and are therefore not read.</summary>
public sealed class ShapeTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly object?[][] Rows = [["視点", "施策", "担当部署", "課題と今後の方向性"], [1, "その他", "財政局", "文"]];

    [Fact]
    public void ATextBoxIsReportedWithItsCellAndItsText() => Expect.Only(
        With(Anchor(TextBox("平成29年度の実績は", "暫定値です。"), column: 5, row: 2)),
        new(
            "shape-not-read",
            Severity.Warning,
            "課題と方向性",
            "F3",
            "平成29年度の実績は\n暫定値です。",
            "図形やテキストボックスの中の文字「平成29年度の実績は\n暫定値です。」は、セルの内容ではないため、読み取りませんでした。",
            "報告する内容であれば、セルに書き写してください。説明などであれば、このままで構いません。例：「備考」の列に書く"));

    [Fact]
    public void AGroupOfShapesIsReportedOnce() =>
        Assert.Equal([("A1", "甲\n乙")], Shapes(With(Anchor($"<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"1\" name=\"g\"/></xdr:nvGrpSpPr>{TextBox("甲")}<xdr:grpSp>{TextBox("乙")}</xdr:grpSp></xdr:grpSp>"))));

    [Fact]
    public void EachOfTwoTextBoxesOverTheSameCellIsReported() =>
        Assert.Equal([("A1", "甲"), ("A1", "乙")], Shapes(With(Anchor(TextBox("甲")) + Anchor(TextBox("乙")))));

    [Fact]
    public void ATextBoxOverACellWithAnErrorIsReportedInAdditionToTheError() =>
        Assert.Equal([("not-in-list", "A2"), ("shape-not-read", "A2")], Some.Read(
            With(Anchor(TextBox("甲"), row: 1), [Rows[0], [9, .. Rows[1][1..]]]).ToBytes()).Problems.Select(p => (p.Code, p.Cell!)));

    [Fact]
    public void ATextBoxThatIsNotAnchoredToACellIsReportedWithoutACell() =>
        Assert.Equal([(null, null)], Shapes(With($"<xdr:absoluteAnchor><xdr:pos x=\"0\" y=\"0\"/>{TextBox("甲")}</xdr:absoluteAnchor>")));

    [Fact]
    public void ALongTextIsCutShort() =>
        Assert.Equal(100, Assert.Single(Shapes(With(Anchor(TextBox(new string('長', 5_000)))))).Found!.Length);

    [Fact]
    public void TheTextsOfADiagramAreReadFromItsDataPart()
    {
        var book = With(Anchor($"<xdr:graphicFrame><a:graphic><a:graphicData><dgm:relIds xmlns:dgm=\"d\" xmlns:r=\"{Office}\" r:dm=\"d1\"/></a:graphicData></a:graphic></xdr:graphicFrame>"))
            .Part("xl/drawings/_rels/d.xml.rels", Relations("d1", "diagramData", "../diagrams/data.xml"))
            .Part("xl/diagrams/data.xml", "<dgm:dataModel xmlns:dgm=\"d\" xmlns:a=\"x/main\"><dgm:t><a:p><a:r><a:t>推進本部</a:t></a:r></a:p></dgm:t><dgm:t><a:p><a:r><a:t>部会</a:t></a:r></a:p></dgm:t></dgm:dataModel>");

        Assert.Equal([("A1", "推進本部\n部会")], Shapes(book));
    }

    public static TheoryData<string, string> Silent => new()
    {
        { "a shape without a text", "<xdr:sp><xdr:spPr/></xdr:sp>" },
        { "spaces alone", TextBox(" 　") },
        { "a shape that is hidden", "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"1\" name=\"a\" "
            + "hidden=\"1\"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p></xdr:txBody></xdr:sp>" },
        { "a group that is hidden", $"<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"1\" name=\"g\" hidden=\"1\"/></xdr:nvGrpSpPr>{TextBox("甲")}</xdr:grpSp>" },
        { "a shape that shows a cell", "<xdr:sp textlink=\"$A$1\"><xdr:txBody><a:p><a:fld><a:t>甲</a:t></a:fld></a:p></xdr:txBody></xdr:sp>" },
        { "a picture", "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"1\" name=\"図 1\" descr=\"写真\"/></xdr:nvPicPr></xdr:pic>" },
        { "a chart", "<xdr:graphicFrame><a:graphic><a:graphicData><c:chart "
            + "xmlns:c=\"c\"/></a:graphicData></a:graphic></xdr:graphicFrame>" },
        { "what stands for a shape that is not known", $"<mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice/><mc:Fallback>{TextBox("甲")}</mc:Fallback></mc:AlternateContent>" },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void AShapeThatShowsNoTextOfItsOwnIsNotReported(string what, string shape) =>
        Assert.True(Some.Read(With(Anchor(shape)).ToBytes()).Problems.Count == 0, what);

    [Fact]
    public void AVisibleShapeIsReportedWhenAnotherShapeOfItsGroupIsHidden() => Assert.Equal(
        [("A1", "乙")],
        Shapes(With(Anchor($"<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"1\" name=\"g\"/></xdr:nvGrpSpPr><xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"2\" name=\"h\" hidden=\"1\"/></xdr:nvGrpSpPr>{TextBox("甲")}</xdr:grpSp>{TextBox("乙")}</xdr:grpSp>"))));

    [Fact]
    public void TheTextOfAFormControlInAlternateContentIsReported() =>
        Assert.Equal([("A1", "確認済")], Shapes(With($"<mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice Requires=\"a14\">{Anchor(TextBox("確認済"))}</mc:Choice><mc:Fallback/></mc:AlternateContent>")));

    [Fact]
    public void AShapeOnAHiddenSheetIsNotSeen() =>
        Assert.Empty(
            Some.Read(Drawn(TestBook.Of("zaisei", "課題と方向性", Rows).Hidden("控え", ["甲"]), 2, Anchor(TextBox("甲"))).ToBytes()).Problems);

    [Fact]
    public void AShapeOnASheetReportedAsNotReadIsNotReportedItself() =>
        Assert.Equal(["sheet-not-read"], Some.Read(Drawn(TestBook.Of("zaisei", "課題と方向性", Rows).Sheet("控え", ["甲"]), 2, Anchor(TextBox("乙")))
            .ToBytes()).Problems.Select(p => p.Code));

    [Fact]
    public void AShapeOnASheetWithoutCellsIsReported() =>
        Assert.Equal([("控え", "B1")], Some.Read(Drawn(TestBook.Of("zaisei", "課題と方向性", Rows).Sheet("控え"), 2, Anchor(TextBox("乙"), column: 1))
            .ToBytes()).Problems.Select(p => (p.Sheet!, p.Cell!)));

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY e \"甲\">]>")]
    [InlineData("<xdr:unclosed>")]
    public void ADrawingThatIsDamagedIsRefused(string before) =>
        Assert.Equal("not-a-workbook",
            Assert.Single(Some.Read(Drawn(TestBook.Of("zaisei", "課題と方向性", Rows), 1, "", before).ToBytes()).Problems).Code);

    [Fact]
    public void AMissingDrawingPartCausesNoFinding() =>
        Assert.Empty(Some.Read(TestBook.Of("zaisei", "課題と方向性", Rows).Part("xl/worksheets/_rels/1.xml.rels",
            Relations("r", "drawing", "../drawings/none.xml")).ToBytes()).Problems);

    [Fact]
    public void AtMostAThousandShapesAreReported() =>
        Assert.Equal(WorkbookLimits.Shapes,
            Shapes(With(string.Concat(Enumerable.Range(0, WorkbookLimits.Shapes + 200).Select(i => Anchor(TextBox($"箱{i}")))))).Count);

    [Fact]
    public void TheShapesOfAnOldWorkbookAreReadTheSame()
    {
        var book = new TestXls()
            .Sheet("課題", Records.Text(0, 0, "甲"), Drawing(row: 4, column: 2), Object(6), Text("説明の\r箱"), Drawing(row: 9, column: 9),
                Object(0x19), Text("コメント"));

        Assert.Equal([new SheetShape(new(5, 3), "説明の\n箱")], book.Read().Workbook!.Sheets[0].Shapes);
    }

    [Fact]
    public void ATextOfAnOldShapeMayBeContinued()
    {
        var book = new TestXls()
            .Sheet("課題", Drawing(row: 0, column: 0), Object(6), TextHeader(4), Records.Continue([1, .. Records.Wide("説明")[3..]]),
                Records.Continue([1, .. Records.Wide("の箱")[3..]]));

        Assert.Equal("説明の箱", Assert.Single(book.Read().Workbook!.Sheets[0].Shapes).Text);
    }

    [Theory]
    [InlineData("libreoffice-shapes.xlsx")]
    [InlineData("libreoffice-shapes.xls")]
    public void ShapesThatLibreOfficeWroteAreRead(string fixture) =>
        Assert.Equal([("B3", "実績は暫定値です。"), ("D7", "要確認")],
            SpreadsheetReader.Read(Some.Fixture(fixture), Budget.New()).Workbook!.Sheets[0].Shapes.Select(s => ($"{s.At}", s.Text)));

    private static List<(string? Cell, string? Found)> Shapes(TestBook book) =>
        [.. Some.Read(book.ToBytes()).Problems.Where(p => p.Code == "shape-not-read").Select(p => (p.Cell, p.Found))];

    private static TestBook With(string anchors, object?[][]? rows = null) =>
        Drawn(TestBook.Of("zaisei", "課題と方向性", rows ?? Rows), 1, anchors);

    private static TestBook Drawn(TestBook book, int sheet, string anchors, string before = "") => book
        .Part($"xl/worksheets/_rels/{sheet}.xml.rels", Relations("r", "drawing", "../drawings/d.xml"))
        .Part("xl/drawings/d.xml", $"{before}<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{anchors}</xdr:wsDr>");

    private static string Relations(string id, string type, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>";

    private static string Anchor(string shape, int column = 0, int row = 0) =>
        $"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>{shape}<xdr:clientData/></xdr:twoCellAnchor>";

    private static string TextBox(params string[] lines) =>
        $"<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"テキスト ボックス 1\"/><xdr:cNvSpPr txBox=\"1\"/></xdr:nvSpPr><xdr:txBody><a:bodyPr/>"
            + $"{string.Concat(lines.Select(l => $"<a:p><a:r><a:rPr/><a:t>{l[..(l.Length / 2)]}</a:t></a:r><a:r><a:t>{l[(l.Length / 2)..]}</a:t></a:r></a:p>"))}"
            + "</xdr:txBody></xdr:sp>";

    // Returns the drawing record of an .xls file: the container of a shape with its anchor, which contains the row and the column of the
    // shape.
    private static byte[] Drawing(int row, int column) => Records.Of(
        RecordType.Drawing,
        [0x0F, 0, 0x04, 0xF0, 26, 0, 0, 0],
        [0, 0, 0x10, 0xF0, 18, 0, 0, 0],
        [.. Records.Short(0), .. Records.Short(column), .. Records.Short(0), .. Records.Short(row), .. new byte[10]]);

    private static byte[] Object(int type) =>
        Records.Of(RecordType.Object, Records.Short(0x15), Records.Short(0x12), Records.Short(type), new byte[16]);

    private static byte[] TextHeader(int length) => Records.Of(RecordType.TextOfObject, new byte[10], Records.Short(length), new byte[6]);

    private static byte[] Text(string text) => [.. TextHeader(text.Length), .. Records.Continue([1, .. Records.Wide(text)[3..]])];
}
