using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>Records how the cells of a sheet were used while the sheet is read.</summary>
internal sealed class SheetUses(Sheet sheet, SheetPlace place)
{
    // Keyed by row number, because cells are looked up row by row. A cell can be in its row's list several times; the last item with its
    // column is its most recent use.
    private readonly Dictionary<int, List<(int Column, CellUse Use)>> rows = [];
    private (int Row, List<(int Column, CellUse Use)>? Cells) latest;
    private readonly List<TableUse> tables = [];
    private readonly Dictionary<int, string> headers = [];

    public Sheet Sheet => sheet;

    public SheetPlace Place => place;

    /// <summary>The number of the first row with headers; cells above it belong to no table. Zero when there is no table.</summary>
    public int FirstHeader { get; private set; }

    /// <summary>Whether a finding reports that nothing on the whole sheet, or in the whole workbook, was read.</summary>
    public bool IsUnread { get; private set; }

    public void Take(CellAddress at, CellUse use)
    {
        latest = default;
        if (!rows.TryGetValue(at.Row, out var cells))
            rows[at.Row] = cells = [];
        if (cells.Count == 0 || cells[^1] != (at.Column, use))
            cells.Add((at.Column, use));
    }

    public void Take(TableUse table) => tables.Add(table);

    public void TakeHeader(CellAddress at)
    {
        Take(at, CellUse.Header);
        FirstHeader = FirstHeader == 0 ? at.Row : Math.Min(FirstHeader, at.Row);
    }

    /// <param name="name">The name of the column in the template.</param>
    public void TakeHeader(CellAddress at, string name)
    {
        TakeHeader(at);
        headers.TryAdd(at.Column, name);
    }

    public void LeaveUnread() => IsUnread = true;

    /// <summary>Returns how a cell was used, for example as a header; null if the cell was not read.</summary>
    public CellUse? Of(CellAddress at)
    {
        if (latest.Row != at.Row)
            latest = (at.Row, rows.GetValueOrDefault(at.Row));
        for (var i = (latest.Cells?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (latest.Cells![i].Column == at.Column)
                return latest.Cells[i].Use;
        }

        foreach (var table in tables)
        {
            if (at.Row >= table.FirstRow && at.Row <= table.LastRow)
                return table.Columns[at.Column];
        }

        return null;
    }

    /// <summary>
    /// The header of the column nearest to a cell, among the columns that were read; the left one of two at equal distance. Null when the
    /// sheet has no table.
    /// </summary>
    public string? NearestHeader(CellAddress at) =>
        headers.Count == 0 ? null : headers.MinBy(h => (Math.Abs(h.Key - at.Column), h.Key)).Value;

    /// <summary>
    /// Whether the cell is not blank, not hidden and not covered by the merged range of another cell, so that a person who opens the
    /// workbook sees its content.
    /// </summary>
    public bool Shows(CellAddress at, in SheetCell cell) =>
        !cell.IsBlank && !sheet.Hidden.Rows.Contains(at.Row) && !sheet.Hidden.HasColumn(at.Column) && sheet.Owner(at) == at;
}

/// <summary>The rows of a table below its header. All cells of a column have the same use.</summary>
/// <param name="Columns">The use by column number; null for a column that is not read.</param>
internal sealed record TableUse(int FirstRow, int LastRow, CellUse?[] Columns);

/// <summary>The <see cref="SheetUses"/> of every visible sheet of a workbook.</summary>
internal sealed class WorkbookUses(Spreadsheet workbook)
{
    private readonly SheetUses?[] sheets =
        [.. workbook.Sheets.Select((sheet, index) => sheet.IsHidden ? null : new SheetUses(sheet, new(index, sheet.Name)))];

    public IEnumerable<SheetUses> Visible => sheets.OfType<SheetUses>();

    /// <param name="place">The index and name of a visible sheet.</param>
    public SheetUses Of(SheetPlace place) => sheets[place.Index]!;
}
