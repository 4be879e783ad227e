using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Checks;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Readability;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>Parses a department's workbook into records and problems.</summary>
public static class WorkbookReader
{
    /// <summary>Returns a result for any input, even damaged or hostile files: these result in a problem and not in an exception.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static WorkbookReading Read(ReadOnlyMemory<byte> content, WorkbookRequest request, CancellationToken cancellation = default)
    {
        var budget = new Budget(request.Time, cancellation);
        try
        {
            budget.Look();
            var (workbook, refusal) = SpreadsheetReader.Read(content, budget);
            return workbook is null ? Refused(request, FindingOf(refusal)) : Read(workbook, request, budget);
        }
        catch (InvalidDataException) when (budget.Exceeded is not null)
        {
            return Refused(request, Findings.TooLarge(budget.Exceeded));
        }
    }

    private static WorkbookReading Refused(WorkbookRequest request, Finding refusal) =>
        new(request.Department, null, null, false, DepartmentRecords.Empty, [refusal.At(null, null, null)], null);

    private static Finding FindingOf(SpreadsheetRefusal? refusal) => refusal switch
    {
        SpreadsheetRefusal.Encrypted => Findings.Encrypted(),
        SpreadsheetRefusal.Ambiguous => FileFindings.AmbiguousWorkbook(),
        _ => Findings.NotAWorkbook(),
    };

    internal static WorkbookReading Read(Spreadsheet workbook, WorkbookRequest request, Budget budget)
    {
        var names = new DepartmentNames(request.Register);
        var progress = ReadingProgress.Begin(workbook, budget);
        var log = progress.Log;
        var front = new FrontReader(workbook, request, names, progress).Read();
        var scope = new WorkbookScope(
            new(names, request.ReportingYear, front.Department) { Taken = request.Taken }, request.Known, progress);
        var tables = TablesOf(workbook, scope);
        var reports = ReportSheetsOf(workbook, scope);
        var unread = UnreadSheetsOf(workbook, [.. tables.Select(t => t.Place), .. reports.Select(r => r.Place)], front.Sheet);
        PlacedRecord[] placed = [.. tables.SelectMany(t => t.ReadRecords()), .. reports.SelectMany(r => r.ReadRecords())];
        CopiedSheets.Report([.. tables.Select(t => t.Place), .. reports.Select(r => r.Place)], log);
        EarlierSheets.Report(tables, log);
        RecordChecks.Run(placed, scope);
        var records = DepartmentRecords.Of([.. placed.Select(p => p.Record)]);
        var isEmpty = placed.Length == 0 && tables.TrueForAll(t => !t.Rows().Any()) && !reports.Exists(r => r.HasProblems);
        if (isEmpty && !front.NothingToReport)
            log.Add(tables.Count + reports.Count == 0 ? Findings.NoKnownTable() : scope.KnownNumbers is null ? Findings.NothingReported()
                : FileFindings.EmptiesReport());
        if (!isEmpty && front.Answer is { } answer)
            log.Add(FileFindings.NothingContradicted(), answer.Sheet, answer.Address, answer.Cell);
        // A workbook in the layout of the printed report has no sheet はじめに by design, so it is not reported that its department and year
        // were assumed.
        foreach (var assumed in front.HasSheet || tables.Count > 0 ? front.Assumed : [])
            assumed.AddTo(log);
        var isKnown = tables.Count + reports.Count > 0 || front.NothingToReport;
        var accounting = new WorkbookAccounting(progress, names);
        var accounts = isKnown ? Settle(accounting, unread, scope) : accounting.SettleUnread();
        if (workbook.HasMacros)
            log.Add(FileFindings.Macros());
        var isTemplate = front.IsTemplate && tables.Count > 0;
        if (!front.NothingToReport && (isTemplate || !isEmpty))
            new MissingSheets(workbook, scope, records).Report(isTemplate, tables, unread);
        var layout = LayoutOf(front, tables, reports);
        return new(
            front.Department?.Code, front.ReportingYear, layout, front.NothingToReport, records, log.Problems, workbook.Properties.Modified)
        {
            Sheets = accounts,
            Readability = isKnown ? new ReadabilitySurvey(scope.Context, budget).Of(workbook, tables, reports) : null,
        };
    }

    private static EquatableList<SheetAccount> Settle(WorkbookAccounting accounting, List<UnreadSheet> unread, WorkbookScope scope)
    {
        foreach (var sheet in unread)
        {
            sheet.AddTo(scope.Log);
            scope.Uses.Of(sheet.Place).LeaveUnread();
        }

        return accounting.Settle();
    }

    private static List<TemplateTable> TablesOf(Spreadsheet workbook, WorkbookScope scope) =>
    [
        .. VisibleSheets(workbook)
            .Where(s => !ReportSheet.IsIn(s.Sheet, scope.Context.Register))
            .SelectMany(s => TableFinder.FindAll(s.Sheet).Select(found => new TemplateTable(found, s.Sheet, s.Place, scope))),
    ];

    private static List<ReportSheet> ReportSheetsOf(Spreadsheet workbook, WorkbookScope scope) =>
        [.. VisibleSheets(workbook).Where(s => ReportSheet.IsIn(s.Sheet, scope.Context.Register))
            .Select(s => new ReportSheet(s.Sheet, s.Place, scope))];

    private static List<UnreadSheet> UnreadSheetsOf(Spreadsheet workbook, HashSet<SheetPlace> read, SheetPlace? front) =>
    [
        .. VisibleSheets(workbook)
            .Where(s => s.Sheet.Rows.Count > 0 && s.Place != front && !read.Contains(s.Place) && !FindingsList.IsOn(s.Sheet))
            .Select(s => new UnreadSheet(s.Sheet, s.Place)),
    ];

    private static IEnumerable<(Sheet Sheet, SheetPlace Place)> VisibleSheets(Spreadsheet workbook) =>
        workbook.Sheets.Index().Where(s => !s.Item.IsHidden).Select(s => (s.Item, new SheetPlace(s.Index, s.Item.Name)));

    private static WorkbookLayout? LayoutOf(FrontSheetReading front, List<TemplateTable> tables, List<ReportSheet> reports) =>
        (HasTemplate: front.HasSheet || tables.Count > 0, HasReport: reports.Count > 0) switch
        {
            (true, true) => WorkbookLayout.Both,
            (true, false) => WorkbookLayout.Template,
            (false, true) => WorkbookLayout.Report,
            _ => null,
        };
}
