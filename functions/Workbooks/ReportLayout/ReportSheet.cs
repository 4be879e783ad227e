using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Reads a sheet in the report layout, the layout of the printed 2018 report. Such a sheet contains tables one below the other, with
/// headings between them, and headers that are repeated after page breaks.
/// </summary>
internal sealed class ReportSheet(Sheet sheet, SheetPlace place, WorkbookScope scope) : IRecordSheet
{
    private const int LastHeaderRow = 30, FewestHeaders = 3;

    private readonly WardPlace? wards = PlaceOf(sheet, scope.Context.Register);

    private static readonly ReportTable[] Tables = [ReportTables.OfCollaborations, ReportTables.OfViewpoint, ReportTables.OfWards];

    public RunningTextReader RunningText { get; } = new(new PlaceNames(scope.Context.Register));

    /// <summary>By column, the last cell with a value in the rows read so far, which a ditto mark below it means.</summary>
    public Dictionary<ReportColumn, ReportCell> Latest { get; } = [];

    public Sheet Sheet => sheet;

    public string Name => place.Name;

    public SheetPlace Place => place;

    public WorkbookScope Scope => scope;

    public LayoutContext Context => scope.Context;

    public SheetUses Uses { get; } = scope.Uses.Of(place);

    /// <summary>
    /// Whether a problem was found on the sheet. A sheet with a problem is not treated as empty, even if no records can be read from it.
    /// </summary>
    public bool HasProblems { get; private set; }

    public static bool IsIn(Sheet sheet, Register register)
    {
        var named = PlaceOf(sheet, register);
        return sheet.Rows.TakeWhile(r => r.Number <= LastHeaderRow).Any(r => HeaderIn(sheet, r, named) is not null);
    }

    /// <summary>
    /// Returns the ward that the sheet's name gives, or all wards for 全区共通. Null for any other name, and for a sheet that contains a table
    /// of the template for other records: 視点別取組 has the columns 区分 and 取組 too, whatever the name of its sheet.
    /// </summary>
    public static WardPlace? PlaceOf(Sheet sheet, Register register) =>
        WardTable.PlaceOf(sheet.Name, register) is { } place && !TableFinder.FindAll(sheet).Any(IsOfOtherRecords) ? place : null;

    // Counts only the columns that a table of ward activities does not have. Fewer than three, such as 担当部署 and 備考, may be additions to
    // such a table, unless they include all of these columns that the other layout requires.
    private static bool IsOfOtherRecords(FoundTable table)
    {
        var others = table.Layout.Columns.ExceptBy(WardActivitySheet.Layout.Columns.Select(c => c.Header), c => c.Header).ToList();
        return others.Count(table.Columns.ContainsKey) >= FewestHeaders
            || (others.Exists(c => c.IsRequired) && others.Where(c => c.IsRequired).All(table.Columns.ContainsKey));
    }

    /// <summary>Reads the records of all tables on the sheet, and reports problems.</summary>
    public IReadOnlyList<PlacedRecord> ReadRecords()
    {
        var tables = new ReportReader(this);
        foreach (var row in sheet.Rows)
        {
            scope.Budget.Look();
            tables.Take(row);
        }

        return [.. tables.Records()];
    }

    /// <summary>
    /// Returns the cell whose value applies at an address. In a merged area, every cell in its first column has the value of the area's
    /// upper left cell; the cells in its other columns count as blank.
    /// </summary>
    public ReportCell At(int row, int column)
    {
        var owner = sheet.Owner(new(row, column));
        if (owner.Column != column)
            return new(new(row, column), default);
        var cell = sheet.At(owner);
        var faults = scope.Faults.Of(cell);
        return new(owner, faults.Clean(cell)) { Faults = faults };
    }

    /// <summary>Charges the text of a cell that contains a list. Its lines are compared with every kind of heading and mark.</summary>
    public void SpendLines(string text)
    {
        scope.Budget.SpendCharacters(text.Length);
        scope.Budget.SpendListItems(text.AsSpan().Count('\n') + 1);
    }

    /// <summary>Returns the columns of a table if the row is a table's header row; otherwise null.</summary>
    public ReportHeader? HeaderIn(SheetRow row) => HeaderIn(sheet, row, wards);

    /// <summary>Returns the non-blank cells of a row, including hidden ones, but without those covered by a merge.</summary>
    public IEnumerable<ReportCell> Written(SheetRow row) =>
        row.Cells.Select(c => new ReportCell(new(row.Number, c.Column), c.Cell)).Where(c => !c.Cell.IsBlank && sheet.IsShown(c.Address));

    public Source SourceOf(string range) => Source.Read(Context.Department?.Code ?? "", place.Name, range);

    /// <summary>Reports a cell that is not read for the reason that the finding gives.</summary>
    public void ReportUnread(ReportCell cell, Finding finding)
    {
        Uses.Take(cell.Address, CellUse.Finding);
        Report(cell, finding);
    }

    public void Report(ReportCell cell, Finding finding)
    {
        HasProblems = true;
        scope.Log.Add(finding, place, cell.Address, cell.Cell);
    }

    /// <param name="said">The item within the cell that the finding is about; it is quoted in the problem.</param>
    public void Report(ReportCell cell, Finding finding, string said)
    {
        HasProblems = true;
        scope.Log.Add(finding with { Remedy = finding.RemedyInText ?? finding.Remedy, IsAboutPlace = false }, place, cell.Address,
            SheetCell.OfText(said));
    }

    /// <param name="at">The cell with the whole text of the record, or the first cell of the record's row.</param>
    public PlacedRecord Placed(Record record, CellAddress at) => new(record, this, at);

    public CellAddress? CellOf(PlacedRecord placed, TemplateColumn column) => placed.At;

    public void Report(PlacedRecord placed, TemplateColumn column, Finding finding) =>
        Report(new(placed.At, sheet.At(placed.At)), finding, TextIn(placed.Record));

    private static string TextIn(Record record) => record switch
    {
        Indicator indicator => string.Join('　', new[] { indicator.Name, indicator.Group }.OfType<string>()),
        Initiative initiative => initiative.Text,
        Direction direction => direction.Text,
        _ => "",
    };

    /// <param name="place">The result of <see cref="PlaceOf"/> for the sheet.</param>
    public static ReportHeader? HeaderIn(Sheet sheet, SheetRow row, WardPlace? place)
    {
        var headers = ReportTable.HeadersIn(sheet, row);
        if (headers.Count < 2)
            return null;
        var found = Tables.Select(t => t.Match(headers)).FirstOrDefault(h => h is not null) ?? ReportTables.InShort(headers);
        return found
            ?? (place is null || headers.Exists(h => h.Text == WardActivitySheet.Ward.FoldedHeader) ? null : OfOneWard(headers))
            ?? WardYearColumns.In(sheet, row, headers, place);
    }

    // Requires two matching headers. One is not enough, because many cells that are not headers end with 取組.
    private static ReportHeader? OfOneWard(List<WrittenHeader> headers) =>
        ReportTables.OfOneWard.Match(headers) is { Columns.Count: > 1 } header ? header : null;

    /// <summary>
    /// Reports the hidden columns of a table and a required column that is missing. If a column within or directly after the table has
    /// content but no known header, it is probably the missing column; the returned header then contains it as that column, so that its
    /// cells are read and checked too. Returns null if a column is missing and no such column exists; the table is then not read.
    /// </summary>
    public ReportHeader? Complete(ReportHeader header, int row)
    {
        foreach (var (column, hidden) in header.Columns.Where(c => sheet.Hidden.HasColumn(c.Value) && sheet.LastRowOf(c.Value) > row))
            Report(At(row, hidden), FileFindings.HiddenColumn(column.Header));
        if (header.Missing is not { } missing)
            return header;
        var (first, last) = (header.Columns.Values.Min(), header.Columns.Values.Max());
        var at = Enumerable.Range(first, last - first + 2)
            .FirstOrDefault(c => !header.Columns.Values.Contains(c) && sheet.LastRowOf(c) > row);
        Report(At(row, at > 0 ? at : first), Missing(missing.Header, row, at));
        return at > 0 ? header with { Columns = new Dictionary<ReportColumn, int>(header.Columns) { [missing] = at } } : null;
    }

    public void ReportHidden(SheetRow row)
    {
        if (sheet.Hidden.Rows.Contains(row.Number))
            Report(At(row.Number, row.Cells[0].Column), FileFindings.HiddenRow());
    }

    private Finding Missing(string column, int row, int at) =>
        at == 0 ? Findings.ColumnMissing(column, row)
        : sheet.At(new(row, at)).Text is { Length: > 0 } header ? Findings.ColumnMisspelt(column, OneLine.Of(header))
        : Findings.ColumnUnnamed(column);
}
