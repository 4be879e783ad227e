using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>How the records of an .xls are read.</summary>
public sealed class OldRecordTests
{
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
        Assert.Equal("A1=Number:2.5 B1=Truth:TRUE C1=Error:#REF! E1=NoValue:", xls.Cells());
    }

    [Fact]
    public void ATextAfterAnotherCellBelongsToNoFormula()
    {
        var stray = Records.Of(RecordType.FormulaString, Records.Narrow("x"));
        var xls = new TestXls().Sheet("表", Records.FormulaOfText(0, 0), Records.Number(0, 1, 7), stray);
        Assert.Equal("A1=NoValue: B1=Number:7", xls.Cells());
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
        var many = Records.Of(RecordType.MultipleRk, [1, 0, 0, 0], cell, cell, [1, 0]);
        var one = Records.Of(RecordType.Rk, new byte[4], cell);
        var xls = new TestXls().Sheet("表", many, one);
        Assert.Equal($"A1=Number:{number} A2=Number:{number} B2=Number:{number}", xls.Cells());
    }

    [Fact]
    public void CellsAreSortedAndTheLastOfSeveralWithTheSameAddressIsRead()
    {
        var xls = new TestXls().Sheet(
            "表",
            Records.Number(5, 1, 1), Records.Number(5, 0, 2), Records.Number(0, 3, 3), Records.Number(5, 1, 4),
            Records.Number(2, 0, 5), Records.Blank(2, 0), Records.Number(0, 3, 6),
            Records.Of(RecordType.MultipleBlank, Records.Short(0), Records.Short(0), new byte[8], Records.Short(3)));
        Assert.Equal("A6=Number:2 B6=Number:4", xls.Cells());
    }

    [Theory]
    [InlineData(0, "2018/4/1", "平成30年4月1日")]
    [InlineData(1, "2022/4/2", "令和4年4月2日")]
    public void ADateIsOfTheSystemThatTheWorkbookNames(int system, string date, string inItsEra)
    {
        byte[] format(int code) => Records.Of(RecordType.ExtendedFormat, Records.Short(0), Records.Short(code), new byte[16]);
        var xls = new TestXls().Globals(
            Records.Of(RecordType.DateMode, Records.Short(system)),
            Records.Of(RecordType.Format, Records.Short(164), Records.Wide("""[$-411]ggge"年"m"月"d"日";@""")),
            format(0), format(14), format(164), format(10))
            .Sheet(
                "表",
                Records.Number(0, 0, 43191, 1), Records.Number(0, 1, 43191, 2),
                Records.Number(0, 2, 0.459, 3), Records.Number(0, 3, 0.459, 99));
        Assert.Equal($"A1=Date:{date} B1=Date:{inItsEra} C1=Percent:45.9% D1=Number:0.459", xls.Cells());
    }

    [Fact]
    public void TheCellsOfAChartWithinASheetAreNotRead()
    {
        byte[] chart = [.. Records.Beginning(TestXls.Biff8, 0x20), .. Records.Number(0, 0, 9), .. Records.End];
        var xls = new TestXls().Sheet("表", Records.Number(0, 0, 1), chart, Records.Number(0, 1, 2));
        Assert.Equal("A1=Number:1 B1=Number:2", xls.Cells());
    }

    [Fact]
    public void SheetsKeepTheOrderOfTheirTabsAndSayWhetherTheyAreHidden()
    {
        var (workbook, _) = new TestXls().Sheet("甲", Records.Number(0, 0, 1)).Hidden("乙").Sheet("丙").Read();
        Assert.Equal([("甲", false, 1), ("乙", true, 0), ("丙", false, 0)], workbook!.Sheets.Select(s => (s.Name, s.IsHidden, s.Rows.Count)));
    }

    [Fact]
    public void HiddenRowsAndColumnsAreRecognised()
    {
        var xls = new TestXls().Sheet(
            "表",
            Records.Columns(0, 0, 2048, 0), Records.Columns(1, 2, 2048, 1), Records.Columns(4, 4, 0, 0), Records.Columns(5, 0xFFFF, 9, 1),
            Records.Row(0, 300, 0x0100), Records.Row(1, 300, 0x0120), Records.Row(2, 0, 0x0100),
            Records.Row(3, 300, 0x20), Records.Row(3, 300, 0));
        var hidden = Assert.Single(xls.Read().Workbook!.Sheets).Hidden;
        Assert.Equal([2, 3], hidden.Rows.Order());
        Assert.Equal([2, 3, 5, .. Enumerable.Range(6, WorkbookLimits.Columns - 5)], Enumerable.Range(1, WorkbookLimits.Columns)
            .Where(hidden.HasColumn));
    }

    [Fact]
    public void RowsWithoutARecordAreHiddenIfTheSheetHidesThemByDefault()
    {
        var hidden = Records.Of(RecordType.DefaultRowHeight, Records.Short(2), Records.Short(300));
        var xls = new TestXls().Sheet("表", hidden, Records.Row(0, 300, 0), Records.Number(0, 0, 1), Records.Number(1, 0, 1));
        Assert.Equal([2], Assert.Single(xls.Read().Workbook!.Sheets).Hidden.Rows);
    }

    [Fact]
    public void MergedCellsBelongToTheirFirstCell()
    {
        var xls = new TestXls().Sheet("表", Records.Of(RecordType.MergedCells, [1, 0], [4, 0, 6, 0, 0, 0, 1, 0]));
        Assert.Equal(new(5, 1), Assert.Single(xls.Read().Workbook!.Sheets).Owner(new(7, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void AMacroSheetOrAVisualBasicModuleIsAMacroAndNoSheet(byte type)
    {
        var stream = new TestXls().Sheet("表").Sheet("M").ToStream();
        var bound = stream.AsSpan().LastIndexOf<byte>([0x85, 0x00]);
        stream[bound + 9] = type;
        var (workbook, _) = SpreadsheetReader.Read(TestCompound.Of(("Workbook", stream)), Budget.New());
        Assert.True(workbook!.HasMacros);
        Assert.Equal("表", Assert.Single(workbook.Sheets).Name);
    }

    [Fact]
    public void AFileWithBothWorkbookFormatsIsReadInTheNewerFormat()
    {
        var (older, newer) = (new TestXls(TestXls.Biff5).Sheet("OLD").ToStream(), new TestXls().Sheet("新").ToStream());
        var (workbook, _) = SpreadsheetReader.Read(TestCompound.Of(("Book", older), ("WORKBOOK", newer)), Budget.New());
        Assert.Equal("新", Assert.Single(workbook!.Sheets).Name);
    }

    [Fact]
    public void HiddenRowsAndColumnsAreReadWithAWarning()
    {
        var xls = new TestXls()
            .Sheet("はじめに", Records.Text(0, 0, "局・区名"), Records.Text(0, 1, "財政局"), Records.Text(1, 0, "報告年度"), Records.Text(1, 1, "平成30年度"))
            .Sheet(
                "課題と方向性",
                Records.Columns(1, 1, 2048, 1), Records.Columns(5, 255, 2048, 1), Records.Row(1, 300, 0x20), Records.Row(7, 300, 0x20),
                Records.Text(0, 0, "視点"), Records.Text(0, 1, "施策"), Records.Text(0, 2, "課題と今後の方向性"),
                Records.Number(1, 0, 1), Records.Text(1, 1, "その他"), Records.Text(1, 2, "文"));
        var reading = Some.Read(xls.ToBytes());
        Assert.Equal([("hidden", "B1"), ("hidden", "A2")], reading.Problems.Select(p => (p.Code, p.Cell)));
        Assert.Equal("文", Assert.Single(reading.Records.Directions).Text);
    }
}
