using System.Text;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>The sizes that an .xls declares do not cost time or memory; only the bytes that it contains do.</summary>
public sealed class HostileOldWorkbookTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void DimensionsOfTwoThousandMillionRowsAreNotWalkedThrough()
    {
        var dimensions = Records.Of((RecordType)0x0200, BitConverter.GetBytes(0), BitConverter.GetBytes(0x7FFFFFF0), [0, 0, 255, 0, 0, 0]);
        var (workbook, _) = Read(new TestXls().Sheet("表", dimensions, Records.Number(4, 0, 1)), Megabyte);
        Assert.Equal(5, Assert.Single(Assert.Single(workbook!.Sheets).Rows).Number);
    }

    [Fact]
    public void ThirtySheetsWithAFarCellTakeThirtyCells()
    {
        var xls = new TestXls();
        for (var i = 0; i < 30; i++)
            xls.Sheet($"s{i}", Records.Number(65_535, 255, 1), Records.Number(65_535, 65_534, 1));
        var (workbook, _) = Read(xls, Megabyte);
        Assert.All(workbook!.Sheets, s => Assert.Equal(256, Assert.Single(Assert.Single(s.Rows).Cells).Column));
    }

    [Fact]
    public void SheetsOnTheSameRecordsAreRefused()
    {
        var xls = new TestXls().Sheets("s", 900, [.. Enumerable.Range(0, 1_000).Select(r => Records.Number(r, 0, r))]);
        Assert.Equal("NotAWorkbook", Refusal(xls, 8 * Megabyte));
    }

    [Fact]
    public void ASheetWithinAnotherIsRefused()
    {
        var inner = Records.Beginning(TestXls.Biff8, 0x10);
        var stream = new TestXls().Sheet("a", Records.Number(0, 0, 1), inner, Records.End).Sheet("b").ToStream();
        // The last BOF record begins the second sheet. In the list of sheets, its position is replaced by that of the BOF record before it,
        // which is within the first sheet.
        var within = stream.AsSpan(0, stream.AsSpan().LastIndexOf(inner)).LastIndexOf(inner);
        var second = stream.AsSpan().LastIndexOf<byte>([0x85, 0x00]);
        BitConverter.TryWriteBytes(stream.AsSpan(second + 4), within);
        Assert.Equal("NotAWorkbook", Refusal(TestCompound.Of(("Workbook", stream))));
    }

    [Fact]
    public void ATableOfTwoThousandMillionTextsHoldsThoseThatAreThere()
    {
        var xls = new TestXls().Globals(Records.SharedStrings(0x80000000, Records.Narrow("one"))).Sheet("表", Records.Text(0, 0, 0));
        Assert.Equal("one", Read(xls, Megabyte).Workbook!.Sheets[0].At(new(1, 1)).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ATextThatIsMissingIsDamage(int index)
    {
        var xls = new TestXls().Globals(Records.SharedStrings(1, Records.Narrow("one"))).Sheet("表", Records.Text(0, 0, index));
        Assert.Equal("NotAWorkbook", Refusal(xls, Megabyte));
    }

    [Theory]
    [InlineData(0x0C)]
    [InlineData(0x08)]
    [InlineData(0x04)]
    [InlineData(0x01)]
    public void ATextThatDeclaresMoreBytesThanTheFileHasIsRefused(byte flags)
    {
        byte[] text = [0xFF, 0xFF, flags, .. Enumerable.Repeat((byte)0xFF, 40)];
        Assert.Equal("NotAWorkbook", Refusal(new TestXls().Globals(Records.SharedStrings(1, text)).Sheet("表"), Megabyte));
    }

    [Fact]
    public void MoreThan200000MergedCellsAreTooMany()
    {
        byte[] merge = [0, 0, 1, 0, 0, 0, 1, 0];
        var record = Records.Of(RecordType.MergedCells, [Records.Short(1_000), .. Enumerable.Repeat(merge, 1_000)]);
        Assert.Equal("TooLarge", Refusal(new TestXls().Sheet("表", [.. Enumerable.Repeat(record, 201)]), 32 * Megabyte));
    }

    [Fact]
    public void ARecordThatDeclaresTooManyMergedCellsIsReadToItsEnd()
    {
        var record = Records.Of(RecordType.MergedCells, Records.Short(0xFFFF), [0, 0, 1, 0, 0, 0, 1, 0]);
        Assert.Equal(new(1, 1), Read(new TestXls().Sheet("表", record), Megabyte).Workbook!.Sheets[0].Owner(new(2, 1)));
    }

    [Fact]
    public void MoreThanAHundredThousandColumnRecordsAreTooMany()
    {
        var columns = Records.Columns(0, 255, 0, 1);
        Assert.Equal("TooLarge", Refusal(new TestXls().Sheet("表", [.. Enumerable.Repeat(columns, 100_001)]), 32 * Megabyte));
    }

    [Fact]
    public void BlankCellsOfAnXlsFileAreNotKept()
    {
        byte[] row(int number) => Records.Of(RecordType.MultipleBlank, Records.Short(number), new byte[2 + 512], [255, 0]);
        var blanks = Enumerable.Range(0, 9_000).Select(row);
        Assert.Empty(Read(new TestXls().Sheet("表", [.. blanks]), 64 * Megabyte).Workbook!.Sheets[0].Rows);
    }

    [Fact]
    public void AStreamThatEndsWithinASheetIsDamage()
    {
        var stream = new TestXls().Sheet("表", [.. Enumerable.Range(0, 500).Select(r => Records.Number(r, 0, r))]).ToStream();
        Assert.Equal("NotAWorkbook", Refusal(TestCompound.Of(("Workbook", stream[..^4]))));
    }

    [Fact]
    public void AWorkbookStreamThatTheRootEntryDoesNotListIsNotRead()
    {
        var bytes = new TestXls().Sheet("表").ToBytes();
        // The root entry now has no child, so the directory contains no stream.
        var root = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Root Entry"));
        BitConverter.TryWriteBytes(bytes.AsSpan(root + 76), uint.MaxValue);
        Assert.Equal("NotAWorkbook", Refusal(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void ASectorChainWithACycleIsRefused(int target)
    {
        var bytes = new TestXls().Sheet("表").ToBytes();
        // The stream has eight sectors. The seventh is followed by an earlier one or itself instead of the eighth. The table that contains
        // the next sector of each sector is the last sector of the file.
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - TestCompound.SectorLength + (6 * 4)), target);
        Assert.Equal("NotAWorkbook", Refusal(bytes));
    }

    [Fact]
    public void ADirectoryWithACycleIsRefused()
    {
        var bytes = TestCompound.Of(("a", []), ("b", []));
        var b = bytes.AsSpan().LastIndexOf(Encoding.Unicode.GetBytes("b\0"));
        BitConverter.TryWriteBytes(bytes.AsSpan(b + 72), 1);
        Assert.Equal("NotAWorkbook", Refusal(bytes));
    }

    [Fact]
    public void ReadingAnXlsFileThrowsWhenItIsCancelled() =>
        Assert.Throws<OperationCanceledException>(
            () => SpreadsheetReader.Read(new TestXls().Sheet("表").ToBytes(), new(TimeProvider.System, new(canceled: true))));

    private static string Refusal(TestXls xls, long atMost) => WithAtMost(atMost, xls.ToBytes(), Refusal);

    private static string Refusal(byte[] content)
    {
        var budget = Budget.New();
        try
        {
            return $"{SpreadsheetReader.Read(content, budget).Refusal}";
        }
        catch (InvalidDataException) when (budget.Exceeded is not null)
        {
            return "TooLarge";
        }
    }

    private static (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Read(TestXls xls, long atMost) =>
        WithAtMost(atMost, xls.ToBytes(), bytes => SpreadsheetReader.Read(bytes, Budget.New()));

    private static T WithAtMost<T>(long atMost, byte[] content, Func<byte[], T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = work(content);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, atMost);
        return read;
    }
}
