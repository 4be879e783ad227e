using System.Text;
using ExcelDataReader;
using CellRange = KawasakiServerless.Packing.CellRange;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads an .xls (BIFF) to what an .xlsx is read to. It says nothing of formulas without value, and its document properties are not read.</summary>
internal static class OldWorkbook
{
    // It stands near the beginning; what follows is unreadable.
    private const int FilePass = 0x002F, FirstRecords = 20;

    private const int BoundSheet = 0x0085, MacroSheet = 1;

    // Of the format; the file may claim more.
    private const int LastRow = 65_536;

    private static readonly ExcelReaderConfiguration Configuration = Configure();

    /// <summary>The workbook, or why it cannot be read.</summary>
    public static (Spreadsheet? Workbook, Finding? Refusal) Read(ReadOnlyMemory<byte> content, Budget budget)
    {
        var file = new CompoundFile(content);
        if ((file.Find("Workbook") ?? file.Find("Book")) is not { } stream)
            return (null, Findings.NotAWorkbook());
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(stream, writable: false), Configuration);
            return (new([.. Sheets(reader, new(stream, budget), budget)], new(null, new Dictionary<string, string>(StringComparer.Ordinal))) { HasMacros = HasMacros(file, stream) }, null);
        }
        catch (Exception damaged) when (damaged is not OperationCanceledException && budget.Exceeded is null)
        {
            // The library says what is wrong with damaged records by whatever exception they run into.
            return (null, IsEncrypted(stream) ? Findings.Encrypted() : Findings.NotAWorkbook());
        }
    }

    // Programs of Visual Basic, or the sheets of commands that came before it, as the sheets are listed ([MS-XLS] 2.4.28).
    private static bool HasMacros(CompoundFile file, byte[] stream) =>
        file.Find("_VBA_PROJECT") is not null || ErrorCells.Records(stream, 0).Any(r => r is { Type: BoundSheet, Length: >= 6 } && stream[r.At + 5] == MacroSheet);

    private static bool IsEncrypted(byte[] stream) => ErrorCells.Records(stream, 0).Take(FirstRecords).Any(r => r.Type == FilePass);

    private static ExcelReaderConfiguration Configure()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new() { FallbackEncoding = Encoding.GetEncoding(932), LeaveOpen = false };
    }

    private static IEnumerable<Sheet> Sheets(IExcelDataReader reader, ErrorCells errors, Budget budget)
    {
        var count = 0;
        do
        {
            List<SheetRow> rows = [.. Rows(reader, errors.On(count), budget)];
            yield return new(reader.Name, reader.VisibleState != "visible", rows, Merges(reader, budget));
        }
        while (++count < Limits.Entries && reader.NextResult());
    }

    private static IEnumerable<SheetRow> Rows(IExcelDataReader reader, Dictionary<CellAddress, string> errors, Budget budget)
    {
        for (var number = 1; number <= LastRow && reader.Read(); number++)
        {
            budget.Look();
            // Rows that hold nothing cost time all the same.
            budget.SpendCell();
            (int, Cell)[] cells = [.. Cells(reader, number, errors, budget)];
            if (cells.Length == 0)
                continue;
            budget.SpendRow();
            yield return new(number, cells);
        }
    }

    private static IEnumerable<(int Column, Cell Cell)> Cells(IExcelDataReader reader, int row, Dictionary<CellAddress, string> errors, Budget budget)
    {
        for (var at = 0; at < Math.Min(reader.FieldCount, Limits.Columns); at++)
        {
            var cell = errors.TryGetValue(new(row, at + 1), out var error) ? new(CellKind.Error, error, 0) : CellAt(reader, at);
            if (cell.IsBlank)
                continue;
            budget.SpendCell();
            yield return (at + 1, cell);
        }
    }

    private static Cell CellAt(IExcelDataReader reader, int at) => reader.GetValue(at) switch
    {
        string text => Cell.OfText(Escapes.Plain(text)),
        bool truth => Cell.OfTruth(truth),
        DateTime date => new(CellKind.Date, null, date.ToOADate()),
        TimeSpan time => new(CellKind.Date, null, time.TotalDays),
        double number when double.IsFinite(number) => new(KindAt(reader, at), null, number),
        int number => new(KindAt(reader, at), null, number),
        _ => default,
    };

    private static CellKind KindAt(IExcelDataReader reader, int at) =>
        reader.GetNumberFormatString(at) is { } code ? NumberFormats.KindOf(code) : NumberFormats.KindOf(reader.GetNumberFormatIndex(at), []);

    private static List<CellRange> Merges(IExcelDataReader reader, Budget budget)
    {
        List<CellRange> merges = [];
        foreach (var merge in reader.MergeCells ?? [])
        {
            budget.SpendMerge();
            merges.Add(new(new(merge.FromRow + 1, merge.FromColumn + 1), new(merge.ToRow + 1, merge.ToColumn + 1)));
        }

        return merges;
    }
}
