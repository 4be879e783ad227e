using System.Globalization;
using System.Text;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tests.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>Cells of a department's own workbook are changed in place, and the rest of the file stays as it is.</summary>
public sealed class WorkbookEditingTests
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Part = "xl/worksheets/0.xml";

    [Fact]
    public void OnlyTheNamedCellsChange()
    {
        var sample = Some.Sample("byoin");

        var mended = Mended.Of(sample, new("視点別取組", "K11", CellValue.Of(651)), new("視点別取組", "H11", CellValue.Of("人")),
            new("視点別取組", "M12", CellValue.Of("暫定値\n再集計中")));

        Assert.Equal(["xl/worksheets/sheet2.xml"], mended.ChangedParts);
        Assert.Equal(["H11", "K11", "M12"], mended.ChangedCells("xl/worksheets/sheet2.xml"));
        Assert.Equal(mended.Around("xl/worksheets/sheet2.xml").Before, mended.Around("xl/worksheets/sheet2.xml").After);
    }

    [Theory]
    [InlineData("libreoffice-takatsu.xlsx")]
    [InlineData("openpyxl-takatsu.xlsx")]
    [InlineData("filled/libreoffice-takatsu.xlsx")]
    [InlineData("filled/openpyxl-takatsu.xlsx")]
    [InlineData("openpyxl-rich.xlsx")]
    public void AnEditChangesOnlyItsCellWhicheverProgramSavedTheWorkbook(string fixture)
    {
        var book = Some.Fixture(fixture);
        var sheet = SpreadsheetReader.Read(book, Budget.New()).Workbook!.Sheets[1];

        var mended = Mended.Of(book, new CellEdit(sheet.Name, "E2", CellValue.Of("直した")));

        Assert.Equal("直した", CellOf(mended.Bytes, sheet.Name, "E2").Text);
        Assert.Single(mended.ChangedParts);
        Assert.Equal(["E2"], mended.ChangedCells(mended.ChangedParts[0]));
    }

    [Theory]
    [InlineData("a < b & c > \"d\" 'e'")]
    [InlineData("=SUM(A1:A2)")]
    [InlineData("_x000D_ と _x0041_")]
    [InlineData("一行目\n二行目")]
    [InlineData("{0} と {1}")]
    [InlineData("𠮷野家 ]]> <!-- -->")]
    [InlineData("タブ\tと制御文字\u0001")]
    public void ATextIsReadAsItWasTyped(string text)
    {
        var mended = Mended.Of(Book([null, "古い"]), new CellEdit("表", "B1", CellValue.Of(text)));

        Assert.Equal(text, CellOf(mended.Bytes, "表", "B1").Text);
        Assert.Equal(CellKind.Text, CellOf(mended.Bytes, "表", "B1").Kind);
    }

    [Theory]
    [InlineData("651")]
    [InlineData("-0.5")]
    [InlineData("1234567.891")]
    public void ANumberIsWrittenInInvariantFormatAndReadBackUnchanged(string number)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        var mended = Mended.Of(Book([1]), new CellEdit("表", "A1", CellValue.Of(value)));

        Assert.Contains($"<c r=\"A1\"><v>{number}</v></c>", mended.Text(Part), StringComparison.Ordinal);
        Assert.Equal(value, CellOf(mended.Bytes, "表", "A1").Number);
    }

    [Fact]
    public void ABlankCellKeepsItsFormat()
    {
        var mended = Mended.Of(Book([new RawCell("s=\"2\" t=\"str\"", "<v>x</v>"), "b"]), new CellEdit("表", "A1", CellValue.Of("　")));

        Assert.Contains("<c r=\"A1\" s=\"2\"/>", mended.Text(Part), StringComparison.Ordinal);
    }

    [Fact]
    public void CellsAndRowsThatAreMissingComeInTheirOrder()
    {
        const string sheet = "<dimension ref=\"B2:C4\"/><cols><col min=\"4\" max=\"4\" style=\"1\"/></cols><sheetData><row r=\"2\" "
            + "spans=\"2:3\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>\n<row r=\"4\" s=\"2\" customFormat=\"1\"/></sheetData>";

        var mended = Mended.Of(new TestBook().Raw("表", "", sheet)
            .ToBytes(), [.. new[] { "A2", "D2", "A4", "B1", "D3", "B6" }.Select(a => new CellEdit("表", a, CellValue.Of(a)))]);

        Assert.Equal(
            "<dimension ref=\"A1:D6\"/><cols><col min=\"4\" max=\"4\" style=\"1\"/></cols><sheetData>"
            + $"<row r=\"1\">{Inline("B1")}</row><row r=\"2\" spans=\"1:4\">{Inline("A2")}<c r=\"B2\"><v>1</v></c><c "
            + $"r=\"C2\"><v>2</v></c>{Inline("D2", 1)}</row>\n"
            + $"<row r=\"3\">{Inline("D3", 1)}</row><row r=\"4\" s=\"2\" "
            + $"customFormat=\"1\">{Inline("A4", 2)}</row><row r=\"6\">{Inline("B6")}</row></sheetData>",
            Inside(mended.Text(Part)));
    }

    [Theory]
    [InlineData("<sheetData/>")]
    [InlineData("<sheetData></sheetData>")]
    public void AnEmptySheetCanBeFilledIn(string data)
    {
        var mended = Mended.Of(new TestBook().Raw("表", "", data).ToBytes(), new CellEdit("表", "B2", CellValue.Of(5)));

        Assert.Equal("<sheetData><row r=\"2\"><c r=\"B2\"><v>5</v></c></row></sheetData>", Inside(mended.Text(Part)));
    }

    [Fact]
    public void CellsWithoutAddressesCountFromTheOneBefore()
    {
        var mended = Mended.Of(
            new TestBook()
                .Raw(
                    "表", "",
                    "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"D2\"><v>4</v></c></row></sheetData>")
                .ToBytes(),
            new("表", "B1", CellValue.Of(20)),
            new("表", "C2", CellValue.Of(30)),
            new("表", "A2", CellValue.Of(31)));

        Assert.Equal(
            "<sheetData><row><c><v>1</v></c><c><v>20</v></c></row><row><c><v>31</v></c><c r=\"C2\"><v>30</v></c><c "
                + "r=\"D2\"><v>4</v></c></row></sheetData>",
            Inside(mended.Text(Part)));
    }

    [Fact]
    public void APrefixAndAnotherNamespaceAreKept()
    {
        var book = new TestBook().Sheet("表").Part(
            Part,
            "<?xml version='1.0' encoding='utf-8'?>\r\n<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><!-- <c "
                + "r='A1'/> --><x:sheetData><x:row r='1'><x:c r = 'A1' s='1' t='str' "
                + "><x:f>B1&amp;\">\"</x:f><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>");

        var mended = Mended.Of(book.ToBytes(), new("表", "A1", CellValue.Of("b")), new("表", "B1", CellValue.Of(2)));

        Assert.Equal(
            "<?xml version='1.0' encoding='utf-8'?>\r\n<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><!-- <c "
                + "r='A1'/> --><x:sheetData><x:row r='1'>"
            + "<x:c r = 'A1' s='1' t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">b</x:t></x:is></x:c><x:c "
            + "r=\"B1\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            mended.Text(Part));
    }

    [Fact]
    public void ByteOrderMarksAndUtf16AreKept()
    {
        var xml = $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?><worksheet {Main}><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
        var parts = Answer.PartsOf(new TestBook().Sheet("表").ToBytes());
        parts[Part] = Encoding.Unicode.GetBytes(xml);

        var mended = Mended.Of(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), new CellEdit("表", "A1", CellValue.Of("字")));

        Assert.Equal(xml.Replace("<c r=\"A1\"><v>1</v></c>", Inline("A1", "字"), StringComparison.Ordinal),
            Encoding.Unicode.GetString(Answer.PartsOf(mended.Bytes)[Part]));
    }

    [Fact]
    public void AMergedCellIsMendedInTheFirstOfItsCells()
    {
        var book = new TestBook()
            .Raw(
                "表", "",
                "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>")
            .ToBytes();

        Assert.Equal(["A1"], Mended.Of(book, new CellEdit("表", "B3", CellValue.Of(2))).ChangedCells(Part));
        Assert.Equal(EditRefusal.CellTwice, Mended.Refusal(book, new("表", "B3", CellValue.Of(2)), new("表", "A1", CellValue.Of(3))));
    }

    [Theory]
    [InlineData("0%", "45", "<v>0.45</v>")]
    [InlineData("0%", "45.9", null)]
    [InlineData("0.0%", "45.9", "<v>0.459</v>")]
    [InlineData("0\"人\"", "92", "<v>92</v>")]
    [InlineData("0,", "52345", null)]
    [InlineData("#,##0", "1234", "<v>1234</v>")]
    [InlineData("0", "1.5", null)]
    [InlineData("yyyy/m/d", "92", null)]
    [InlineData("@", "92", "<v>92</v>")]
    [InlineData("\"約\"0", "92", null)]
    public void ANumberThatItsFormatWouldDistortIsWrittenAsText(string format, string number, string? written)
    {
        var mended = Mended.Of(
            Formatted(format), new CellEdit("表", "A1", CellValue.Of(decimal.Parse(number, CultureInfo.InvariantCulture))));

        Assert.Contains(
            $"<c r=\"A1\" s=\"1\"{(written is null ? $" t=\"inlineStr\"><is><t xml:space=\"preserve\">{number}</t></is>" : $">{written}")}</c>",
            mended.Text(Part), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";;;")]
    [InlineData("0;0;0;\"第\"@")]
    public void AnEditIsRefusedIfTheFormatWouldHideOrAlterTheText(string format) =>
        Assert.Equal(EditRefusal.FormatDistorts, Mended.Refusal(Formatted(format), new CellEdit("表", "A1", CellValue.Of("取組"))));

    [Fact]
    public void ReplacingAFormulaRemovesItsEntryFromTheCalculationChain()
    {
        var mended = Mended.Of(
            Calculated("<c r=\"A1\" i=\"1\"/><c r=\"B1\"/><c r=\"A1\" i=\"2\"/>", new RawCell("", "<f>1+1</f><v>2</v>"),
                new RawCell("", "<f>C1</f><v>2</v>")),
            new CellEdit("表", "A1", CellValue.Of(5)));

        Assert.Equal(["xl/worksheets/0.xml", "xl/calcChain.xml"], mended.ChangedParts);
        Assert.Equal($"<calcChain {Main}><c r=\"B1\" i=\"1\"/><c r=\"A1\" i=\"2\"/></calcChain>", mended.Text("xl/calcChain.xml"));
        Assert.Contains("<c r=\"A1\" ><v>5</v></c><c r=\"B1\" ><f>C1</f><v>2</v></c>",
            mended.Text(Part).Replace("<c r=\"A1\">", "<c r=\"A1\" >", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ACalculationChainThatBecomesEmptyIsRemoved()
    {
        var book = Calculated("<c r=\"A1\" i=\"1\"/>", new RawCell("", "<f>1+1</f><v>2</v>"));

        var mended = Mended.Of(book, new CellEdit("表", "A1", CellValue.Of(5)));

        Assert.Equal(Mended.NamesOf(book).Except(["xl/calcChain.xml"]), Mended.NamesOf(mended.Bytes));
        Assert.DoesNotContain(
            "calcChain", mended.Text("xl/_rels/workbook.xml.rels") + mended.Text("[Content_Types].xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditOfTheCellWhoseFormulaOtherCellsShareIsRefused()
    {
        var book = Book(
            [new RawCell("", "<f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1*2</f><v>2</v>"), 1],
            [new RawCell("", "<f t=\"shared\" si=\"0\"/><v>4</v>"), 2]);

        Assert.Equal(EditRefusal.SharedFormula, Mended.Refusal(book, new CellEdit("表", "A1", CellValue.Of(5))));
        Assert.Equal(["A2"], Mended.Of(book, new CellEdit("表", "A2", CellValue.Of(5))).ChangedCells(Part));
        Assert.Equal(["A1", "A2"], Mended.Of(book, new("表", "A1", CellValue.Of(5)), new("表", "A2", CellValue.Of(6))).ChangedCells(Part));
    }

    [Fact]
    public void AnEditOfOneCellOfAMultiCellArrayFormulaIsRefused()
    {
        var book = Book([new RawCell("cm=\"1\"", "<f t=\"array\" ref=\"A1\">SUM(B1:B2)</f><v>2</v>"),
            new RawCell("", "<f t=\"array\" ref=\"B1:B2\">C1:C2</f><v>1</v>")], [null, 1]);

        Assert.Equal(EditRefusal.ArrayFormula, Mended.Refusal(book, new CellEdit("表", "B2", CellValue.Of(5))));
        Assert.Contains(
            "<c r=\"A1\"><v>5</v></c>", Mended.Of(book, new CellEdit("表", "A1", CellValue.Of(5))).Text(Part), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A1+B1")]
    [InlineData("ROUND($A$1/1000,0)")]
    [InlineData("SUM(A:A)")]
    [InlineData("SUM(1:1)")]
    [InlineData("SUM($B$3:A1)")]
    [InlineData("表!A1")]
    [InlineData("'表'!A1")]
    [InlineData("IF(\"B1\"=\"\"\"\",0,a1)")]
    [InlineData("INDIRECT(\"A\"&amp;1)")]
    [InlineData("SUM(B2:INDEX(A:A,1))")]
    [InlineData("SUM(別表:表!A1)")]
    [InlineData("SUM(実績)")]
    [InlineData("SUM(二段)")]
    [InlineData("売上[金額]")]
    public void AnEditOfACellToWhichAFormulaRefersIsRefused(string formula) =>
        Assert.Equal(EditRefusal.FormulaDepends, Mended.Refusal(Computing(formula), new CellEdit("表", "A1", CellValue.Of(5))));

    [Theory]
    [InlineData("B1+A2+AA1+A11")]
    [InlineData("LOG10(B1)&amp;\"A1\"")]
    [InlineData("別表!A1")]
    [InlineData("[1]表!A1+'[2]表'!A1")]
    [InlineData("SUM(B:C)+SUM(2:4)")]
    [InlineData("SUM(他)")]
    [InlineData("1.5E+3+TODAY()")]
    public void AnEditOfACellToWhichNoFormulaRefersIsApplied(string formula) =>
        Assert.Equal(["A1"], Mended.Of(Computing(formula), new CellEdit("表", "A1", CellValue.Of(5))).ChangedCells(Part));

    [Fact]
    public void TheAddressesOfASharedFormulaAreRelativeToItsFirstCell()
    {
        var book = Book(
            [1, new RawCell("", "<f t=\"shared\" ref=\"B1:B2\" si=\"0\">A1*$C$1</f><v>2</v>"), 2, 3],
            [1, new RawCell("", "<f t=\"shared\" si=\"0\"/><v>2</v>"), 2, 3]);

        Assert.All(new[] { "A1", "A2", "C1" }, cell =>
            Assert.Equal(EditRefusal.FormulaDepends, Mended.Refusal(book, new CellEdit("表", cell, CellValue.Of(5)))));
        Assert.Equal(["C2"], Mended.Of(book, new CellEdit("表", "C2", CellValue.Of(5))).ChangedCells(Part));
    }

    [Fact]
    public void AnEditIsAppliedIfTheFormulaThatRefersToItsCellIsReplacedToo()
    {
        var book = Book([1, new RawCell("", "<f>A1</f><v>1</v>")]);

        Assert.Equal(["A1", "B1"], Mended.Of(book, new("表", "A1", CellValue.Of(5)), new("表", "B1", CellValue.Of(6))).ChangedCells(Part));
    }

    [Fact]
    public void AnEditOfTheHeaderOfAnExcelTableIsRefused()
    {
        var book = new TestBook().Sheet("表", ["指標", "単位"], ["a", "人"])
            .Part(
                "xl/worksheets/_rels/0.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\" "
                    + "Type=\"http://x/table\" Target=\"../tables/table1.xml\"/></Relationships>")
            .Part("xl/tables/table1.xml", $"<table {Main} id=\"1\" ref=\"A1:B2\"/>").ToBytes();

        Assert.Equal(EditRefusal.TableHeader, Mended.Refusal(book, new CellEdit("表", "B1", CellValue.Of("単"))));
        Assert.Equal(["B2"], Mended.Of(book, new CellEdit("表", "B2", CellValue.Of("回"))).ChangedCells(Part));
    }

    [Theory]
    [InlineData("libreoffice-takatsu.xls")]
    [InlineData("libreoffice-protected.xls")]
    public void AnEditOfAnXlsFileIsRefused(string fixture) =>
        Assert.Equal(EditRefusal.OldFormat, Mended.Refusal(Some.Fixture(fixture), new CellEdit("区の取組", "A1", CellValue.Blank)));

    [Theory]
    [InlineData("ない表", "A1")]
    [InlineData("表", "1A")]
    [InlineData("表", "A0")]
    [InlineData("表", "XFD1")]
    public void AnEditOfAnUnknownSheetOrCellIsRefused(string sheet, string cell) =>
        Assert.Contains(Mended.Refusal(Book([1]), new CellEdit(sheet, cell, CellValue.Of(1))),
            new[] { EditRefusal.SheetNotFound, EditRefusal.NoSuchCell });

    [Fact]
    public void AnEditWithATextTooLongForExcelIsRefused() =>
        Assert.Equal(EditRefusal.TooLong, Mended.Refusal(Book([1]), new CellEdit("表", "A1", CellValue.Of(new string('あ', 32_768)))));

    [Fact]
    public void AllEditsAreRefusedWhenOneOfThemCannotBeMade()
    {
        var outcome = WorkbookEditing.Apply(
            Book([1]), [new("表", "A1", CellValue.Of(2)), new("表", "?", CellValue.Of(2))], CancellationToken.None);

        Assert.Equal("?", Assert.Single(Assert.IsType<EditsRefused>(outcome).Refused).Edit?.Cell);
    }

    [Fact]
    public void AWorkbookWithoutEditsKeepsItsBytes()
    {
        var sample = Some.Sample("byoin");

        Assert.Equal(sample, Mended.Of(sample).Bytes);
    }

    [Fact]
    public void EveryRefusalSaysWhatToDo()
    {
        Assert.All(EditRefusal.All, r => Assert.EndsWith("ください。", r.Remedy, StringComparison.Ordinal));
        Assert.Equal(EditRefusal.All.Count, EditRefusal.All.DistinctBy(r => r.Code).Count());
    }

    public static TheoryData<string> Nasty =>
        [.. Directory.EnumerateFiles(Path.Combine(Some.PathOf("Fixtures"), "nasty")).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Nasty))]
    public void AnEditOfAFaultyWorkbookChangesOnlyItsCellOrIsRefused(string file)
    {
        var original = Some.Fixture(Path.Combine("nasty", file));

        var outcome = WorkbookEditing.Apply(original, [new("視点別取組", "H2", CellValue.Of("人"))], CancellationToken.None);

        if (outcome is WorkbookEdited edited)
            Assert.Equal(["H2"], new Mended(original, edited.Workbook.ToArray()) is { ChangedParts: [var part] } mended
                ? mended.ChangedCells(part) : []);
    }

    private static byte[] Book(params object?[][] rows) => new TestBook().Sheet("表", rows).ToBytes();

    private static byte[] Formatted(string format) => new TestBook().Sheet("表", [new RawCell("s=\"1\"", "<v>1</v>")]).Part(
        "xl/styles.xml",
        $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>").ToBytes();

    private static byte[] Computing(string formula) => new TestBook
    {
        AfterSheets = "<definedNames><definedName name=\"実績\">表!$A$1:$A$3</definedName><definedName name=\"二段\">実績</definedName>"
            + "<definedName name=\"他\">表!$B$1:$B$3</definedName></definedNames>",
    }
        .Sheet("表", [1, 2], [3, 4], [], [null, null, null, new RawCell("", $"<f>{formula}</f><v>1</v>")])
        .Sheet("別表", [5])
        .Part(
            "xl/worksheets/_rels/0.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\" "
                + "Type=\"http://x/table\" Target=\"../tables/table1.xml\"/></Relationships>")
        .Part("xl/tables/table1.xml", $"<table {Main} id=\"1\" displayName=\"売上\" headerRowCount=\"0\" ref=\"A1:A3\"/>").ToBytes();

    private static byte[] Calculated(string chain, params object?[] row) => new TestBook().Sheet("表", row)
        .Part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
                + "ContentType=\"application/xml\"/><Override PartName=\"/xl/calcChain.xml\" ContentType=\"x/calcChain+xml\"/></Types>")
        .Part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s0\" "
                + "Type=\"http://x/worksheet\" Target=\"worksheets/0.xml\"/><Relationship Id=\"c\" Type=\"http://x/calcChain\" "
                + "Target=\"calcChain.xml\"/></Relationships>")
        .Part("xl/calcChain.xml", $"<calcChain {Main}>{chain}</calcChain>").ToBytes();

    private static SheetCell CellOf(byte[] workbook, string sheet, string cell)
    {
        Assert.True(CellAddress.TryParse(cell, out var address));
        return SpreadsheetReader.Read(workbook, Budget.New()).Workbook!.Sheets.Single(s => s.Name == sheet).At(address);
    }

    private static string Inside(string sheet) => sheet[(sheet.IndexOf('>', StringComparison.Ordinal) + 1)..^"</worksheet>".Length];

    private static string Inline(string address, int style) =>
        Inline(address, address).Replace(" t=", $" s=\"{style}\" t=", StringComparison.Ordinal);

    private static string Inline(string address) => Inline(address, address);

    private static string Inline(string address, string text) =>
        $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
}
