using System.Collections.Frozen;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The content of a sheet: its rows in ascending order, with non-empty cells only.</summary>
internal sealed class Sheet(string name, IReadOnlyList<SheetRow> rows, MergedCells merges)
{
    private readonly Dictionary<int, SheetRow> rowsByNumber = rows.ToDictionary(r => r.Number);
    private SheetRow? latest;
    private int[]? lastRows;

    public string Name { get; } = name;

    public bool IsHidden { get; init; }

    public HiddenLines Hidden { get; init; } = new();

    public IReadOnlyList<SheetRow> Rows { get; } = rows;

    /// <summary>The defined names whose scope is this sheet; a name of the whole workbook is not among them.</summary>
    public IReadOnlySet<string> OwnNames { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Text boxes and other shapes that contain text; at most <see cref="WorkbookLimits.Shapes"/> per workbook.</summary>
    public IReadOnlyList<SheetShape> Shapes { get; init; } = [];

    /// <summary>The first non-empty visible cell to the right of the columns that are read; null when there is none.</summary>
    public CellAddress? FarRight { get; init; }

    /// <summary>The first cell with a formula; null when there is none. Always null for an .xls, whose formulas are not recorded.</summary>
    public CellAddress? FirstFormula { get; init; }

    /// <summary>The upper left cell of the first merged range; null when there is none.</summary>
    public CellAddress? FirstMerge => merges.First;

    /// <summary>
    /// Returns the cell whose value is displayed at an address: within a merged range its upper left cell, otherwise the cell itself.
    /// </summary>
    public CellAddress Owner(CellAddress address) => merges.Owner(address);

    /// <summary>Whether the cell is not covered by a merged range; the upper left cell of a range is not covered.</summary>
    public bool IsShown(CellAddress address) => Owner(address) == address;

    /// <summary>
    /// Returns the content of a cell, even in a hidden row or column. A cell covered by a merged range is blank, even if the file contains
    /// a value for it.
    /// </summary>
    public SheetCell At(CellAddress address)
    {
        if (Owner(address) != address)
            return default;
        // Caches the last row, because callers access cells row by row.
        if (latest?.Number != address.Row)
            latest = rowsByNumber.GetValueOrDefault(address.Row);
        return latest?.At(address.Column) ?? default;
    }

    /// <summary>Returns a row; null when it is empty.</summary>
    public SheetRow? Row(int number) => rowsByNumber.GetValueOrDefault(number);

    /// <summary>Returns the number of the last row in which the column is not empty; zero when the whole column is empty.</summary>
    public int LastRowOf(int column)
    {
        lastRows ??= LastRows();
        return column < lastRows.Length ? lastRows[column] : 0;
    }

    private int[] LastRows()
    {
        var last = new int[WorkbookLimits.Columns + 1];
        foreach (var row in Rows)
        {
            foreach (var (column, cell) in row.Cells)
                last[column] = cell.IsBlank ? last[column] : row.Number;
        }

        return last;
    }
}

/// <summary>The hidden rows and columns of a sheet.</summary>
internal sealed class HiddenLines
{
    public HashSet<int> Rows { get; } = [];

    private readonly bool[] columns = new bool[WorkbookLimits.Columns + 1];

    // The first of the hidden columns that extend to the end of the sheet. Other hidden columns beyond the last column that is read are not
    // recorded.
    private int endHiddenFrom = int.MaxValue;

    public bool HasColumn(int column) => column < columns.Length ? columns[column] : column >= endHiddenFrom;

    public void AddColumns(int first, int last)
    {
        if (last >= CellAddress.LastColumn)
            endHiddenFrom = Math.Min(endHiddenFrom, first);
        for (var column = first; column <= Math.Min(last, WorkbookLimits.Columns); column++)
            columns[column] = true;
    }
}

/// <param name="Cells">The cells, sorted by column, at most one per column.</param>
internal sealed record SheetRow(int Number, (int Column, SheetCell Cell)[] Cells)
{
    public SheetCell At(int column)
    {
        // Cells are sorted and no column occurs twice, so the index of a cell is always less than its column number. The search can begin
        // there.
        for (var at = Math.Min(column, Cells.Length) - 1; at >= 0 && Cells[at].Column >= column; at--)
        {
            if (Cells[at].Column == column)
                return Cells[at].Cell;
        }

        return default;
    }
}

/// <summary>
/// A text box or another shape that contains text. In an .xlsx, a group of shapes is one shape with the texts of all of them; in an .xls,
/// each shape of a group is listed separately.
/// </summary>
/// <param name="At">The cell beneath the upper left corner of the shape; null when the shape is not anchored to a cell.</param>
/// <param name="Text">The beginning of the text, with lines separated by \n.</param>
internal sealed record SheetShape(CellAddress? At, string Text);

/// <summary>The content of a workbook file, before tables and records are searched for in it.</summary>
internal sealed record Spreadsheet(IReadOnlyList<Sheet> Sheets, DocumentProperties Properties)
{
    public bool HasMacros { get; init; }

    /// <summary>Whether the file is an .xls.</summary>
    public bool IsOld { get; init; }
}

/// <summary>The document properties of a workbook (docProps).</summary>
/// <param name="Custom">Custom properties by name. If a name occurs twice, the first property wins.</param>
internal sealed record DocumentProperties(DateTimeOffset? Modified, IReadOnlyDictionary<string, string> Custom);
