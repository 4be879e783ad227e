using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A table that was found on a sheet in the template layout. Reads its rows and reports problems.</summary>
internal sealed class TemplateTable(FoundTable found, Sheet sheet, SheetPlace place, WorkbookScope scope) : IRecordSheet
{
    private readonly TotalsRows totals = new(found);

    private readonly FooterRows footers = new(found, sheet);

    private readonly HashSet<int> columns = [.. found.Columns.Values, .. found.Years.Select(y => y.At)];

    private readonly int firstColumn = found.Columns.Values.Min();

    private readonly SheetRow[] body =
        [.. sheet.Rows.Where(r => r.Number > found.HeaderRow && r.Number <= found.LastRow && !found.Repeats.Contains(r.Number))];

    private bool[]? filled;
    private int? last;
    private TableValues? values;

    public FoundTable Found => found;

    /// <summary>The rows below the header, without repeated headers.</summary>
    public IReadOnlyList<SheetRow> Body => body;

    public SheetLayout Layout => found.Layout;

    public Sheet Sheet => sheet;

    public SheetPlace Place => place;

    public WorkbookScope Scope => scope;

    public IReadOnlyList<YearColumn> Years => found.Years;

    /// <summary>Reads the values of the table's cells.</summary>
    public TableValues Values => values ??= new(this);

    public DittoMarks Dittos { get; } = new(sheet, found);

    public bool IsYear(int column) => found.Years.Any(y => y.At == column);

    public int? ColumnOf(TemplateColumn column) =>
        found.Columns.TryGetValue(column, out var at) ? at : YearNamed(column.Header)?.At;

    private YearColumn? YearNamed(string header) => Years.FirstOrDefault(y => y.Column.Header == header);

    /// <summary>
    /// Returns the cell whose value applies at an address below the header: within a merged range its upper left cell, unless that cell is
    /// in the header; otherwise the cell at the address itself.
    /// </summary>
    public CellAddress OwnerOf(CellAddress at) => sheet.Owner(at) is var owner && owner.Row > found.HeaderRow ? owner : at;

    /// <summary>The numbers of the first and the last of the given columns. Columns that the table lacks are ignored.</summary>
    public (int First, int Last) Extent(IEnumerable<TemplateColumn> some, IEnumerable<YearColumn> years)
    {
        var sorted = some.Select(ColumnOf).OfType<int>().Concat(years.Select(y => y.At)).Order().DefaultIfEmpty(1).ToList();
        return (sorted[0], sorted[^1]);
    }

    /// <summary>
    /// Returns the rows that contain records. A row that has no content of its own, but only shares merged cells with a row above or says
    /// 該当なし, is skipped, and so are rows of totals and footers.
    /// </summary>
    public IEnumerable<TableRow> Rows() => body.Where(r => HoldsAny(r) && !totals.IsAt(r) && !footers.IsAt(r)).Select(RowAt);

    /// <summary>Whether the row is the last one with content in the columns of the table. Rows of totals count as content, and
    /// footers do not.</summary>
    public bool IsLast(int row) => (last ??= Array.FindLast(body, r => HoldsAny(r) && !footers.IsAt(r))?.Number ?? 0) == row;

    public IEnumerable<PlacedRecord> ReadRecords()
    {
        var shape = new TableShape(this, found);
        shape.Report(MissingColumns());
        new TableUses(found, scope.Uses.Of(place)).Take(shape.ReportedColumns);
        foreach (var row in body.Where(totals.IsAt))
            ReportTotals(row);
        foreach (var footer in body.Where(r => HoldsAny(r) && !totals.IsAt(r)).Select(footers.In).OfType<CellAddress>())
            ReportFooter(footer);
        ReportStruck();
        if (scope.Context.Department is not null && !Layout.IsFor(scope.Context) && Rows().FirstOrDefault() is { } first)
            first.ReportWhole(Findings.SheetOfOthers(Layout.Name, Layout.Reporters, scope.Context.Department));
        return RecordReaders.Read(this);
    }

    private void ReportTotals(SheetRow row)
    {
        RowAt(row).ReportWhole(RecordFindings.TotalsRow());
        foreach (var (column, _) in row.Cells)
            scope.Uses.Of(place).Take(new(row.Number, column), CellUse.Finding);
    }

    private void ReportFooter(CellAddress at)
    {
        scope.Log.Add(FileFindings.FooterRowNotRead(), place, at, sheet.At(at));
        scope.Uses.Of(place).Take(at, CellUse.Finding);
    }

    // Reports struck-out text for the whole table. The readers of records cannot report it, because a cell that contains only struck-out
    // text is blank to them.
    private void ReportStruck()
    {
        foreach (var row in body)
        {
            if (StruckRow.In(row, columns) is { } first)
                scope.Log.Add(TextFindings.RowStruckOut(), place, first, default);
            else
                ReportStruck(row);
        }
    }

    private void ReportStruck(SheetRow row)
    {
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            if ((cell.Cell.Kind == CellKind.Struck || cell.Cell.HasStruck) && columns.Contains(cell.Column))
                scope.Log.Add(TextFindings.StruckOut(cell.Cell.Text), place, new(row.Number, cell.Column), cell.Cell);
        }
    }

    /// <param name="row">The number of the record's first row.</param>
    public PlacedRecord Placed(Record record, int row)
    {
        scope.Budget.SpendRecord();
        return new(record, this, new(row, firstColumn));
    }

    public CellAddress? CellOf(PlacedRecord placed, TemplateColumn column) => new TableRow(this, placed.At.Row).At(column);

    public void Report(PlacedRecord placed, TemplateColumn column, Finding finding) =>
        new TableRow(this, placed.At.Row).Report(column, finding);

    /// <summary>Whether a column has content below its header.</summary>
    public bool IsFilled(int column) => (filled ??= FilledColumns())[column];

    private bool[] FilledColumns()
    {
        var any = new bool[WorkbookLimits.Columns + 1];
        foreach (var row in body)
        {
            foreach (ref readonly var cell in row.Cells.AsSpan())
                any[cell.Column] = any[cell.Column] || (!cell.Cell.IsBlank && sheet.IsShown(new(row.Number, cell.Column)));
        }

        return any;
    }

    private bool HoldsAny(SheetRow row)
    {
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            if (!cell.Cell.IsBlank && !NoEntry.Is(cell.Cell) && columns.Contains(cell.Column)
                && sheet.IsShown(new(row.Number, cell.Column)))
                return true;
        }

        return false;
    }

    private TableRow RowAt(SheetRow row)
    {
        scope.Budget.Look();
        return new(this, row.Number);
    }

    private IReadOnlyList<string> MissingColumns() =>
        [.. Layout.Columns.Where(c => c.IsRequired && ColumnOf(c) is null).Select(c => c.Header), .. MissingYears()];

    // Returns the years for which figures are expected but the table has no column. A table without indicators needs no columns for years.
    private IEnumerable<string> MissingYears() =>
        Layout.HasYears && (Years.Count > 0 || ColumnOf(InitiativeSheet.Name) is not null)
            ? ExpectedYears.Due(scope.Context.ReportingYear).Except(Years.Select(y => y.Year)).Except(UnclearYears.Select(y => y.Meant))
                .Select(y => y.Label)
            : [];

    /// <summary>
    /// The columns whose header probably means a year, but does not name it clearly. A year that another column has is not among them.
    /// </summary>
    public IEnumerable<UnclearYear> UnclearYears => Layout.HasYears
        ? found.Headers.Select(h => UnclearYear.In(h, scope.Context.ReportingYear)).OfType<UnclearYear>()
            .Where(u => !IsYear(u.At) && (u.Form == UnclearYearForm.WithoutEra || Years.All(y => y.Year != u.Meant)))
        : [];

    /// <summary>Returns the cell range that spans the given columns and rows.</summary>
    public static string RangeOf(IEnumerable<int> at, int firstRow, int lastRow)
    {
        var sorted = at.Order().DefaultIfEmpty(1).ToList();
        return new CellRange(new(firstRow, sorted[0]), new(lastRow, sorted[^1])).ToString();
    }

    public string RangeOf(int firstRow, int lastRow) => RangeOf(columns, firstRow, lastRow);
}
