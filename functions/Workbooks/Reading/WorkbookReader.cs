using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads a department's workbook into records and problems.</summary>
public static class WorkbookReader
{
    /// <summary>Whatever the bytes, it answers and does not throw.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static WorkbookReading Read(ReadOnlyMemory<byte> content, WorkbookRequest request, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var (workbook, refusal) = SpreadsheetReader.Read(content, cancellation);
        return workbook is null
            ? new(request.Department, null, null, false, DepartmentRecords.Empty, [refusal!.At(null, null, null)], null)
            : Read(workbook, request, cancellation);
    }

    private static WorkbookReading Read(Spreadsheet workbook, WorkbookRequest request, CancellationToken cancellation)
    {
        var log = new ProblemLog();
        var front = new FrontReader(workbook, request, log).Read();
        var scope = new WorkbookScope(new(request.Register, request.ReportingYear, front.Department), log, cancellation);
        var tables = TablesOf(workbook, scope);
        var records = DepartmentRecords.Of([.. tables.SelectMany(t => t.ReadRecords())]);
        if (!front.NothingToReport && tables.TrueForAll(t => !t.Rows().Any()))
            log.Add(tables.Count == 0 ? Findings.NoKnownTable() : Findings.NothingReported());
        Layout? layout = tables.Count > 0 || front.HasSheet ? Layout.Template : null;
        return new(front.Department?.Code, front.ReportingYear, layout, front.NothingToReport, records, log.Problems, workbook.Properties.Modified);
    }

    private static List<Table> TablesOf(Spreadsheet workbook, WorkbookScope scope) =>
    [
        .. workbook.Sheets.Index()
            .Where(s => !s.Item.IsHidden)
            .Select(s => TableFinder.Find(s.Item) is { } found ? new Table(found, s.Item, new(s.Index, s.Item.Name), scope) : null)
            .OfType<Table>(),
    ];
}
