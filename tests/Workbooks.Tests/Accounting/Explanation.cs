using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>
/// Finds out how a cell was read: searches the records, the problems, and the SheetAccount of the sheet, which lists the use of each of its
/// cells.
/// </summary>
internal sealed class Explanation(WorkbookReading reading, Spreadsheet book)
{
    // The codes of problems that name a header cell and concern the column below it.
    private static readonly HashSet<string> OfColumns = new(
        ["column-not-read", "column-twice", "column-missing", "not-a-year"], StringComparer.Ordinal);

    private static readonly HashSet<string> OfRows = new(["row-not-read", "totals-row"], StringComparer.Ordinal);

    private readonly Lazy<string> said = new(() => string.Join('\n', reading.Records.All.SelectMany(Texts)));

    private readonly ILookup<string, Domain.Record> records = reading.Records.All.ToLookup(r => r.Source.Sheet);

    /// <summary>
    /// Every visible cell that is not blank, on every visible sheet except the list of problems (指摘一覧) that the system adds to a workbook.
    /// </summary>
    public IEnumerable<(Sheet Sheet, CellAddress At, SheetCell Cell)> Shown() =>
        from sheet in book.Sheets
        where !sheet.IsHidden && !FindingsList.IsOn(sheet)
        from row in sheet.Rows
        from cell in row.Cells
        where IsShown(sheet, new(row.Number, cell.Column), cell.Cell)
        select (sheet, new CellAddress(row.Number, cell.Column), cell.Cell);

    public static bool IsShown(Sheet sheet, CellAddress at, SheetCell cell) =>
        !cell.IsBlank && !sheet.Hidden.Rows.Contains(at.Row) && !sheet.Hidden.HasColumn(at.Column) && sheet.Owner(at) == at;

    /// <summary>Whether a cell is accounted for: by a record in its row, as a header or heading, or by a problem.</summary>
    public bool Covers(Sheet sheet, CellAddress at) => UseOf(sheet, at) switch
    {
        CellUse.Record => IsInRecord(sheet, at) || IsTold(sheet, at) || IsRepeated(sheet, at.Row),
        CellUse.Finding => IsTold(sheet, at),
        CellUse.Header or CellUse.Heading => true,
        _ => false,
    };

    /// <summary>
    /// Whether a text that a test wrote into a cell was noticed: it appears in a record, a problem concerns its cell, or the cell was read
    /// as a header or heading.
    /// </summary>
    public bool Shows(Sheet sheet, CellAddress at, string mark) =>
        IsTold(sheet, at) || said.Value.Contains(mark, StringComparison.Ordinal) || UseOf(sheet, at) is CellUse.Header or CellUse.Heading;

    public CellUse? UseOf(Sheet sheet, CellAddress at) =>
        AccountOf(sheet).Uses.Where(u => Contains(u.Cells, at)).Select(u => (CellUse?)u.Use).FirstOrDefault();

    private SheetAccount AccountOf(Sheet sheet) =>
        reading.Sheets[book.Sheets.Where(s => !s.IsHidden && !FindingsList.IsOn(s)).ToList().IndexOf(sheet)];

    private bool IsInRecord(Sheet sheet, CellAddress at) =>
        records[sheet.Name].Any(r => RangeOf(r.Source.Cell) is var range && range.First.Row <= at.Row && at.Row <= range.Last.Row);

    // Whether a row repeats a record of another row, for example an initiative in order to add a further indicator.
    private bool IsRepeated(Sheet sheet, int row) => sheet.Row(row)!.Cells.Any(c => records[sheet.Name].Any(r => r.Id == c.Cell.Text));

    private bool IsTold(Sheet sheet, CellAddress at) => reading.Problems.Any(p => p.Sheet is null
        ? p.Severity == Severity.Error
        : p.Sheet == sheet.Name && (IsAbout(p, at) || Refuses(p, sheet, at)));

    // If a column is missing, no row of the table below is read. In the report layout, the same is assumed for every error, such as a
    // heading that is not understood. Otherwise an error also concerns the rows with the same record ids.
    private static bool Refuses(Problem problem, Sheet sheet, CellAddress at)
    {
        if (problem.Severity != Severity.Error)
            return false;
        var row = problem.Cell is null ? 0 : RangeOf(problem.Cell.Split(", ")[0]).First.Row;
        return (row <= at.Row && (problem.Code == "column-missing" || ReportSheet.IsIn(sheet, Some.Register)))
            || NumbersIn(sheet, row).Intersect(NumbersIn(sheet, at.Row)).Any();
    }

    // The record ids in a row. If an initiative is refused, its indicators, whose rows contain its id, are refused too.
    private static IEnumerable<string> NumbersIn(Sheet sheet, int row) =>
        sheet.Row(row)?.Cells.Select(c => c.Cell.Text).Where(t => RecordId.TryParse(t, out _)) ?? [];

    private static bool IsAbout(Problem problem, CellAddress at) => problem.Cell is null
        ? problem.Code is "sheet-not-read" or "cell-not-read"
        : problem.Code == "sheet-not-read" || problem.Cell.Split(", ").Select(RangeOf).Any(range => IsAbout(problem, range, at));

    // A row with an error is not imported, so an error explains every cell of its row. So does the warning that a heading in the cell of a
    // ward (区) was not read because no items follow it.
    private static bool IsAbout(Problem problem, CellRange range, CellAddress at)
    {
        var (isInRows, isInColumns) = (
            range.First.Row <= at.Row && at.Row <= range.Last.Row, range.First.Column <= at.Column && at.Column <= range.Last.Column);
        return (isInRows && (isInColumns || problem.Severity == Severity.Error
            || problem.Message.Contains("この見出しは", StringComparison.Ordinal) || OfRows.Contains(problem.Code)))
            || (isInColumns && range.First.Row <= at.Row && OfColumns.Contains(problem.Code));
    }

    private static bool Contains(string cells, CellAddress at) =>
        RangeOf(cells) is var range && range.First.Row <= at.Row && at.Row <= range.Last.Row && range.First.Column <= at.Column
            && at.Column <= range.Last.Column;

    // Parses a cell or range such as A1, A1:B2 or A1–A5.
    private static CellRange RangeOf(string cells) =>
        cells.Split(':', '–') is var ends && CellAddress.TryParse(ends[0], out var first) && CellAddress.TryParse(ends[^1], out var last)
        ? new(first, last)
        : throw new InvalidOperationException(cells);

    private static IEnumerable<string?> Texts(Domain.Record record) => record switch
    {
        Initiative i => [.. i.Divisions, i.Text],
        Indicator i => [i.Name, i.Group, i.Unit, .. i.Figures.Select(f => f.Text ?? $"{f.Value:0.####}"), .. i.Notes],
        Direction d => [.. d.Divisions, d.Text],
        Collaboration c => [c.PartnersText, c.Name, c.Outline, c.Direction],
        WardActivity a => [a.Heading, a.Text],
        Statistic s =>
            [s.Section, s.Name, $"{s.Total:0.####}", .. s.Shares.SelectMany(x => new[] { x.Label, $"{x.Percent:0.####}", x.Note })],
        Passage p => [p.Document, .. p.Path, p.Text],
        PlainSummary s => [s.Text],
        _ => throw new InvalidOperationException(record.GetType().Name),
    };
}
