using System.Text;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

public sealed class OldWorkbookTests
{
    [Theory]
    [InlineData("kenkofukushi")]
    [InlineData("takatsu")]
    public void ASampleSavedAsXlsReadsTheSame(string department)
    {
        var (old, sample) = (Some.Read(Some.Fixture($"libreoffice-{department}.xls")), Some.Read(Some.Sample(department)));
        Assert.Equal((sample.Records, sample.Problems, sample.Department, sample.ReportingYear),
            (old.Records, old.Problems, old.Department, old.ReportingYear));
    }

    [Theory]
    [InlineData("kinds")]
    [InlineData("borders")]
    [InlineData("kenkofukushi")]
    [InlineData("takatsu")]
    public void EveryCellIsWhatItIsInTheXlsx(string fixture) =>
        Assert.Equal(CellsOf(Some.Fixture($"libreoffice-{fixture}.xlsx")), CellsOf(Some.Fixture($"libreoffice-{fixture}.xls")));

    [Theory]
    [InlineData("biff7")]
    [InlineData("biff8")]
    [InlineData("dsf")]
    public void EachXlsVersionWrittenByGnumericIsReadTheSame(string version) =>
        Assert.Equal(CellsOf(Some.Fixture("libreoffice-kinds.xls")), CellsOf(Some.Fixture($"gnumeric-kinds-{version}.xls")));

    [Fact]
    public void TheHiddenRowsAndColumnsOfAnXlsFileEqualThoseOfTheXlsxFile()
    {
        var (xls, xlsx) = (Hidden("libreoffice-borders.xls"), Hidden("libreoffice-borders.xlsx"));
        Assert.Equal("rows 7 9, columns 3", xls);
        Assert.Equal(xlsx, xls);
    }

    [Fact]
    public void AnXlsFileWithAProtectedStructureIsReadWithoutAPassword() =>
        Assert.Equal(CellsOf(Some.Fixture("libreoffice-kinds.xls")), CellsOf(Some.Fixture("libreoffice-protected-cryptoapi.xls")));

    [Fact]
    public void AnEncryptedXlsFileIsReportedAsEncrypted()
    {
        var bytes = Some.Fixture("libreoffice-kinds.xls");
        var afterBeginning = bytes.AsSpan().IndexOf<byte>([0x09, 0x08, 0x10, 0x00]) + 20;
        // A FILEPASS record (RC4, version 1.1) with a salt and verifiers that fit no password. It overwrites the record with the user's
        // name.
        byte[] filePass = [0x2F, 0, 54, 0, 1, 0, 1, 0, 1, 0, .. Enumerable.Repeat((byte)7, 48)];
        filePass.CopyTo(bytes, afterBeginning);
        Assert.Equal("encrypted", Assert.Single(Some.Read(bytes).Problems).Code);
    }

    [Fact]
    public void AMacroSheetIsReportedAsAMacro()
    {
        var bytes = Some.Fixture("libreoffice-takatsu.xls");
        var stream = new CompoundFile(bytes).Find("Workbook")!;
        var (place, globals) = (bytes.AsSpan().IndexOf(stream.AsSpan(0, 512)), stream.AsSpan().IndexOf<byte>([0x0A, 0, 0, 0]));
        // The type is the sixth byte of a sheet's BOUNDSHEET record. The records about the whole workbook (globals) are contiguous in this
        // file, so the position of the byte can be computed.
        bytes[place + stream.AsSpan(0, globals).LastIndexOf<byte>([0x85, 0x00]) + 9] = 1;

        Assert.DoesNotContain(Some.Read(Some.Fixture("libreoffice-takatsu.xls")).Problems, p => p.Code == "macros");
        Assert.Contains(Some.Read(bytes).Problems, p => p.Code == "macros");
    }

    [Fact]
    public void AProjectOfVisualBasicIsAMacro()
    {
        var bytes = Some.Fixture("libreoffice-takatsu.xls");
        // Gives one of the file's streams the name of the stream of a Visual Basic project.
        var entry = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("\u0005SummaryInformation"));
        bytes.AsSpan(entry, 64).Clear();
        var name = Encoding.Unicode.GetBytes("_VBA_PROJECT\0");
        name.CopyTo(bytes, entry);
        bytes[entry + 64] = (byte)name.Length;

        Assert.Contains(Some.Read(bytes).Problems, p => p.Code == "macros");
    }

    [Fact]
    public void TheAnswerToAnXlsFileIsTheListOfFindingsAlone()
    {
        var xls = Some.Fixture("libreoffice-takatsu.xls");
        var (workbook, _) = SpreadsheetReader.Read(AnnotatedWorkbook.Write(xls, Some.Read(xls).Problems), Budget.New());
        Assert.Equal("指摘一覧", Assert.Single(workbook!.Sheets).Name);
    }

    [Fact]
    public void ReadingADamagedXlsFileThrowsNoException()
    {
        var (random, xls) = (new Random(5), Some.Fixture("libreoffice-kinds.xls"));
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = (byte[])xls.Clone();
            for (var n = random.Next(1, 12); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? 255 : random.Next(256));
            Assert.NotNull(Some.Read(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Problems);
        }
    }

    [Fact]
    public void AnXlsFileWithCyclicSectorChainsGetsAFinding()
    {
        var bytes = Some.Fixture("libreoffice-kinds.xls");
        for (var at = 512; at + 4 <= bytes.Length; at += 4)
        {
            if (BitConverter.ToUInt32(bytes, at) == 0xFFFFFFFE)
                BitConverter.TryWriteBytes(bytes.AsSpan(at), 0);
        }

        Assert.NotEmpty(Some.Read(bytes).Problems);
    }

    private static string Hidden(string fixture)
    {
        var hidden = SpreadsheetReader.Read(Some.Fixture(fixture), Budget.New()).Workbook!.Sheets[0].Hidden;
        return $"rows {string.Join(' ', hidden.Rows.Order())}, columns "
            + $"{string.Join(' ', Enumerable.Range(1, WorkbookLimits.Columns).Where(hidden.HasColumn))}";
    }

    private static string CellsOf(byte[] content)
    {
        var (workbook, refusal) = SpreadsheetReader.Read(content, Budget.New());
        Assert.Null(refusal);
        var text = new StringBuilder();
        foreach (var sheet in workbook!.Sheets)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{sheet.Name} {sheet.IsHidden} {sheet.Owner(new(7, 1))}");
            foreach (var (row, cells) in sheet.Rows.Select(r => (r.Number, r.Cells)))
                text.AppendLine(string.Join(' ', cells.Select(c => $"{new CellAddress(row, c.Column)}={c.Cell.Kind}:{c.Cell.Text}")));
        }

        return text.ToString();
    }
}
