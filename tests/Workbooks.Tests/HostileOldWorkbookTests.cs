using System.Text;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>What an .xls declares costs nothing; only its bytes do.</summary>
public sealed class HostileOldWorkbookTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void DimensionsOfTwoThousandMillionRowsAreNotWalkedThrough()
    {
        var dimensions = Records.Of((RecordType)0x0200, BitConverter.GetBytes(0), BitConverter.GetBytes(0x7FFFFFF0), Records.Short(0), Records.Short(255), Records.Short(0));
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
    public void SheetsOnTheSameRecordsAreRefused() =>
        Assert.Equal("not-a-workbook", Refusal(new TestXls().Sheets("s", 900, [.. Enumerable.Range(0, 1_000).Select(r => Records.Number(r, 0, r))]), 8 * Megabyte));

    [Fact]
    public void ASheetWithinAnotherIsRefused()
    {
        var stream = new TestXls().Sheet("a", Records.Number(0, 0, 1), Records.Beginning(TestXls.Biff8, 0x10), Records.End).Sheet("b").ToStream();
        var (within, second) = (stream.AsSpan(0, stream.Length - 28).LastIndexOf<byte>([0x09, 0x08, 0x10, 0x00]), stream.AsSpan().LastIndexOf<byte>([0x85, 0x00]));
        BitConverter.TryWriteBytes(stream.AsSpan(second + 4), within);
        Assert.Equal("not-a-workbook", SpreadsheetReader.Read(TestCompound.Of(("Workbook", stream)), CancellationToken.None).Refusal!.Kind.Code);
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
    public void ATextThatIsMissingIsDamage(int index) =>
        Assert.Equal("not-a-workbook", Refusal(new TestXls().Globals(Records.SharedStrings(1, Records.Narrow("one"))).Sheet("表", Records.Text(0, 0, index)), Megabyte));

    [Theory]
    [InlineData(0x0C)]
    [InlineData(0x08)]
    [InlineData(0x04)]
    [InlineData(0x01)]
    public void ATextWithMoreInItThanTheFileIsDamage(byte flags)
    {
        byte[] text = [0xFF, 0xFF, flags, .. Enumerable.Repeat((byte)0xFF, 40)];
        Assert.Equal("not-a-workbook", Refusal(new TestXls().Globals(Records.SharedStrings(1, text)).Sheet("表"), Megabyte));
    }

    [Fact]
    public void MergedCellsWithoutEndAreTooMany()
    {
        var record = Records.Of(RecordType.MergedCells, Records.Short(1_000), [.. Enumerable.Repeat<byte[]>([0, 0, 1, 0, 0, 0, 1, 0], 1_000).SelectMany(m => m)]);
        Assert.Equal("too-large", Refusal(new TestXls().Sheet("表", [.. Enumerable.Repeat(record, 201)]), 32 * Megabyte));
    }

    [Fact]
    public void MergedCellsAreNoMoreThanThereAreBytesFor()
    {
        var record = Records.Of(RecordType.MergedCells, Records.Short(0xFFFF), [0, 0, 1, 0, 0, 0, 1, 0]);
        Assert.Equal(new(1, 1), Read(new TestXls().Sheet("表", record), Megabyte).Workbook!.Sheets[0].Owner(new(2, 1)));
    }

    [Fact]
    public void ColumnsHiddenAgainAndAgainAreTooMany() =>
        Assert.Equal("too-large", Refusal(new TestXls().Sheet("表", [.. Enumerable.Repeat(Records.Columns(0, 255, 0, 1), 8_000)]), 8 * Megabyte));

    [Fact]
    public void ALongTextInCellAfterCellIsTooMuch()
    {
        var text = Records.SharedStrings(1, Records.Narrow(new('x', 8_000)));
        Assert.Equal("too-large", Refusal(new TestXls().Globals(text).Sheet("表", [.. Enumerable.Range(0, 6_300).Select(r => Records.Text(r, 0, 0))]), 32 * Megabyte));
    }

    [Fact]
    public void BlankCellsCostNoCell()
    {
        var blanks = Enumerable.Range(0, 9_000).Select(r => Records.Of(RecordType.MultipleBlank, Records.Short(r), Records.Short(0), new byte[512], Records.Short(255)));
        Assert.Empty(Read(new TestXls().Sheet("表", [.. blanks]), 64 * Megabyte).Workbook!.Sheets[0].Rows);
    }

    [Fact]
    public void AStreamThatEndsWithinASheetIsDamage()
    {
        var stream = new TestXls().Sheet("表", [.. Enumerable.Range(0, 500).Select(r => Records.Number(r, 0, r))]).ToStream();
        Assert.Equal("not-a-workbook", SpreadsheetReader.Read(TestCompound.Of(("Workbook", stream[..^4])), CancellationToken.None).Refusal!.Kind.Code);
    }

    [Fact]
    public void AStreamEmbeddedInAFolderIsNotTheWorkbook()
    {
        var bytes = new TestXls().Sheet("表").ToBytes();
        // The root has no child any more.
        var root = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Root Entry"));
        BitConverter.TryWriteBytes(bytes.AsSpan(root + 76), uint.MaxValue);
        Assert.Equal("not-a-workbook", SpreadsheetReader.Read(bytes, CancellationToken.None).Refusal!.Kind.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void AChainThatComesBackIsDamage(int target)
    {
        var bytes = new TestXls().Sheet("表").ToBytes();
        // The eighth sector is the last of the stream; the table of sectors is the last of the file.
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - TestCompound.SectorLength + (6 * 4)), target);
        Assert.Equal("not-a-workbook", SpreadsheetReader.Read(bytes, CancellationToken.None).Refusal!.Kind.Code);
    }

    [Fact]
    public void AFolderThatLeadsRoundEnds()
    {
        var bytes = TestCompound.Of(("a", []), ("b", []));
        var b = bytes.AsSpan().LastIndexOf(Encoding.Unicode.GetBytes("b\0"));
        BitConverter.TryWriteBytes(bytes.AsSpan(b + 72), 1);
        Assert.Equal("not-a-workbook", SpreadsheetReader.Read(bytes, CancellationToken.None).Refusal!.Kind.Code);
    }

    [Fact]
    public void ReadingIsGivenUpWhenNobodyWaitsForIt() =>
        Assert.Throws<OperationCanceledException>(() => SpreadsheetReader.Read(new TestXls().Sheet("表").ToBytes(), new(canceled: true)));

    private static string Refusal(TestXls xls, long atMost) => Read(xls, atMost).Refusal!.Kind.Code;

    private static (Spreadsheet? Workbook, Finding? Refusal) Read(TestXls xls, long atMost)
    {
        var bytes = xls.ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = SpreadsheetReader.Read(bytes, CancellationToken.None);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, atMost);
        return read;
    }
}
