using System.Text;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>What the records of an .xls are read to.</summary>
public sealed class OldRecordTests
{
    [Fact]
    public void ATextMayChangeItsWidthAtEachBorderOfARecord()
    {
        byte[] head = [.. Records.Short(10), 0, .. "abc"u8];
        var xls = new TestXls().Globals(
            Records.SharedStrings(2, head), Records.Continue([1, .. Encoding.Unicode.GetBytes("甲乙丙")]), Records.Continue([0, .. "defg"u8, .. Records.Wide("次")]))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:abc甲乙丙defg B1=Text:次", CellsOf(xls));
    }

    [Fact]
    public void ASurrogatePairMayLieInTwoRecords()
    {
        var halves = Encoding.Unicode.GetBytes("𠮷野家");
        var xls = new TestXls().Globals(Records.SharedStrings(1, [.. Records.Short(4), 1, .. halves[..2]]), Records.Continue([1, .. halves[2..]]))
            .Sheet("表", Records.Text(0, 0, 0));
        Assert.Equal("A1=Text:𠮷野家", CellsOf(xls));
    }

    [Fact]
    public void FormattingAndPhoneticGuidesAreNoText()
    {
        // Two runs and ten bytes of guides, which are cut in two by the border of a record.
        byte[] rich = [.. Records.Short(2), 0x0D, .. Records.Short(2), 10, 0, 0, 0, .. Encoding.Unicode.GetBytes("川崎"), .. new byte[8], .. Encoding.Unicode.GetBytes("カワ")];
        var xls = new TestXls().Globals(Records.SharedStrings(2, rich), Records.Continue([.. Encoding.Unicode.GetBytes("サキシ"), .. Records.Narrow("next")]))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:川崎 B1=Text:next", CellsOf(xls));
    }

    [Fact]
    public void ATextThatStartsWhereARecordEndsIsInTheNext()
    {
        var xls = new TestXls().Globals(Records.SharedStrings(2, Records.Narrow("a")), Records.Continue(Records.Narrow("b"))).Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:a B1=Text:b", CellsOf(xls));
    }

    [Theory]
    [InlineData(0x003C, 0)]
    [InlineData(0x04BC, 10)]
    [InlineData(0x0221, 14)]
    [InlineData(0x0236, 16)]
    public void TheTextOfAFormulaComesAfterItsOtherRecords(int between, int length)
    {
        var text = new string('長', 5_000);
        byte[] first = Records.Of(RecordType.FormulaString, Records.Short(5_000), [1], Encoding.Unicode.GetBytes(text[..4_000]));
        var xls = new TestXls().Sheet(
            "表", Records.FormulaOfText(0, 0), Records.Of((RecordType)between, new byte[length]), first, Records.Continue([1, .. Encoding.Unicode.GetBytes(text[4_000..])]), Records.Number(0, 1, 1));
        Assert.Equal($"A1=Text:{text} B1=Number:1", CellsOf(xls));
    }

    [Fact]
    public void AFormulaGivesANumberATruthAnErrorOrNothing()
    {
        var xls = new TestXls().Sheet(
            "表",
            Records.Formula(0, 0, BitConverter.GetBytes(2.5)),
            Records.Formula(0, 1, 1, 0, 1, 0, 0, 0, 0xFF, 0xFF),
            Records.Formula(0, 2, 2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF),
            Records.Formula(0, 3, 3, 0, 0, 0, 0, 0, 0xFF, 0xFF),
            Records.FormulaOfText(0, 4));
        Assert.Equal("A1=Number:2.5 B1=Truth:TRUE C1=Error:#REF! E1=NoValue:", CellsOf(xls));
    }

    [Fact]
    public void ATextAfterAnotherCellBelongsToNoFormula()
    {
        var stray = Records.Of(RecordType.FormulaString, Records.Narrow("x"));
        var xls = new TestXls().Sheet("表", Records.FormulaOfText(0, 0), Records.Number(0, 1, 7), stray);
        Assert.Equal("A1=NoValue: B1=Number:7", CellsOf(xls));
    }

    [Theory]
    [InlineData(0x3FF00000u, "1")]
    [InlineData(0x3FF00001u, "0.01")]
    [InlineData((5u << 2) | 2, "5")]
    [InlineData((12345u << 2) | 3, "123.45")]
    [InlineData(0xFFFFFFFEu, "-1")]
    public void APackedNumberIsUnpacked(uint packed, string number)
    {
        byte[] cell = [0, 0, .. BitConverter.GetBytes(packed)];
        var xls = new TestXls().Sheet("表", Records.Of(RecordType.MultipleRk, Records.Short(1), Records.Short(0), cell, cell, Records.Short(1)), Records.Of(RecordType.Rk, Records.Short(0), Records.Short(0), cell));
        Assert.Equal($"A1=Number:{number} A2=Number:{number} B2=Number:{number}", CellsOf(xls));
    }

    [Fact]
    public void CellsComeInOrderAndTheLastOfAPlaceCounts()
    {
        var xls = new TestXls().Sheet(
            "表",
            Records.Number(5, 1, 1), Records.Number(5, 0, 2), Records.Number(0, 3, 3), Records.Number(5, 1, 4), Records.Number(2, 0, 5), Records.Blank(2, 0), Records.Number(0, 3, 6),
            Records.Of(RecordType.MultipleBlank, Records.Short(0), Records.Short(0), new byte[8], Records.Short(3)));
        Assert.Equal("A6=Number:2 B6=Number:4", CellsOf(xls));
    }

    [Theory]
    [InlineData(0, "2018/4/1")]
    [InlineData(1, "2022/4/2")]
    public void ADateIsOfTheSystemThatTheWorkbookNames(int system, string date)
    {
        byte[] format(int code) => Records.Of(RecordType.ExtendedFormat, Records.Short(0), Records.Short(code), new byte[16]);
        var xls = new TestXls().Globals(
            Records.Of(RecordType.DateMode, Records.Short(system)),
            Records.Of(RecordType.Format, Records.Short(164), Records.Wide("""[$-411]ggge"年"m"月"d"日";@""")),
            format(0), format(14), format(164), format(10))
            .Sheet("表", Records.Number(0, 0, 43191, 1), Records.Number(0, 1, 43191, 2), Records.Number(0, 2, 0.459, 3), Records.Number(0, 3, 0.459, 99));
        Assert.Equal($"A1=Date:{date} B1=Date:{date} C1=Percent:45.9% D1=Number:0.459", CellsOf(xls));
    }

    [Theory]
    [InlineData(0, "川崎")]
    [InlineData(932, "川崎")]
    [InlineData(1200, "川崎")]
    [InlineData(1252, "\u0090\u00ec\u008d\u00e8")]
    public void TextsBeforeUnicodeAreInTheCodePageThatIsNamed(int codePage, string text)
    {
        byte[] bytes = [0x90, 0xEC, 0x8D, 0xE8];
        byte[] named = codePage == 0 ? [] : Records.Of(RecordType.CodePage, Records.Short(codePage));
        // A character in two records.
        var xls = new TestXls(TestXls.Biff5).Globals(named).Sheet(
            "T",
            Records.Of(RecordType.Label, Records.Place(0, 0, 0), Records.Short(4), bytes),
            Records.Of(RecordType.RichString, Records.Place(0, 1, 0), Records.Short(4), bytes, [1, 0, 0]),
            Records.FormulaOfText(0, 2), Records.Of(RecordType.FormulaString, Records.Short(4), bytes[..1]), Records.Continue(bytes[1..]));
        Assert.Equal($"A1=Text:{text} B1=Text:{text} C1=Text:{text}", CellsOf(xls));
    }

    [Fact]
    public void AChartWithinASheetHasCellsOfItsOwn()
    {
        byte[] chart = [.. Records.Beginning(TestXls.Biff8, 0x20), .. Records.Number(0, 0, 9), .. Records.End];
        Assert.Equal("A1=Number:1 B1=Number:2", CellsOf(new TestXls().Sheet("表", Records.Number(0, 0, 1), chart, Records.Number(0, 1, 2))));
    }

    [Fact]
    public void SheetsKeepTheOrderOfTheirTabsAndSayWhetherTheyAreHidden()
    {
        var (workbook, _) = Read(new TestXls().Sheet("甲", Records.Number(0, 0, 1)).Hidden("乙").Sheet("丙").ToBytes());
        Assert.Equal([("甲", false, 1), ("乙", true, 0), ("丙", false, 0)], workbook!.Sheets.Select(s => (s.Name, s.IsHidden, s.Rows.Count)));
    }

    [Fact]
    public void HiddenRowsAndColumnsAreKnown()
    {
        var xls = new TestXls().Sheet(
            "表",
            Records.Columns(0, 0, 2048, 0), Records.Columns(1, 2, 2048, 1), Records.Columns(4, 4, 0, 0), Records.Columns(5, 0xFFFF, 9, 1),
            Records.Row(0, 300, 0x0100), Records.Row(1, 300, 0x0120), Records.Row(2, 0, 0x0100), Records.Row(3, 300, 0x20), Records.Row(3, 300, 0));
        var hidden = Assert.Single(Read(xls.ToBytes()).Workbook!.Sheets).Hidden;
        Assert.Equal([2, 3], hidden.Rows.Order());
        Assert.Equal([2, 3, 5, .. Enumerable.Range(6, Limits.Columns - 5)], hidden.Columns.Order());
    }

    [Fact]
    public void RowsThatAreNotDescribedAreHiddenWhereTheSheetSaysSo()
    {
        var xls = new TestXls().Sheet("表", Records.Of(RecordType.DefaultRowHeight, Records.Short(2), Records.Short(300)), Records.Row(0, 300, 0), Records.Number(0, 0, 1), Records.Number(1, 0, 1));
        Assert.Equal([2], Assert.Single(Read(xls.ToBytes()).Workbook!.Sheets).Hidden.Rows);
    }

    [Fact]
    public void MergedCellsHaveOneOwner()
    {
        var xls = new TestXls().Sheet("表", Records.Of(RecordType.MergedCells, Records.Short(1), Records.Short(4), Records.Short(6), Records.Short(0), Records.Short(1)));
        Assert.Equal(new(5, 1), Assert.Single(Read(xls.ToBytes()).Workbook!.Sheets).Owner(new(7, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void ASheetOfCommandsOrOfVisualBasicIsAMacroAndNoSheet(byte type)
    {
        var stream = new TestXls().Sheet("表").Sheet("M").ToStream();
        var bound = stream.AsSpan().LastIndexOf<byte>([0x85, 0x00]);
        stream[bound + 9] = type;
        var (workbook, _) = Read(TestCompound.Of(("Workbook", stream)));
        Assert.True(workbook!.HasMacros);
        Assert.Equal("表", Assert.Single(workbook.Sheets).Name);
    }

    [Fact]
    public void AWorkbookOfBothAgesIsReadInTheNewerOne()
    {
        var (older, newer) = (new TestXls(TestXls.Biff5).Sheet("OLD").ToStream(), new TestXls().Sheet("新").ToStream());
        Assert.Equal("新", Assert.Single(Read(TestCompound.Of(("Book", older), ("WORKBOOK", newer))).Workbook!.Sheets).Name);
    }

    private static string CellsOf(TestXls xls)
    {
        var (workbook, refusal) = Read(xls.ToBytes());
        Assert.Null(refusal);
        var cells = workbook!.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells.Select(c => $"{new CellAddress(r.Number, c.Column)}={c.Cell.Kind}:{c.Cell.Text}"));
        return string.Join(' ', cells);
    }

    private static (Spreadsheet? Workbook, Finding? Refusal) Read(byte[] content) => SpreadsheetReader.Read(content, CancellationToken.None);
}
