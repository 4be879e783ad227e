using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>A sheet as read: its rows in order, with non-empty cells only.</summary>
internal sealed class Sheet(string name, bool isHidden, IReadOnlyList<SheetRow> rows, MergedCells merges)
{
    private readonly Dictionary<int, SheetRow> rowsByNumber = rows.ToDictionary(r => r.Number);
    private SheetRow? latest;
    private int[]? lastRows;

    public string Name { get; } = name;

    public bool IsHidden { get; } = isHidden;

    public HiddenLines Hidden { get; init; } = new();

    public IReadOnlyList<SheetRow> Rows { get; } = rows;

    /// <summary>Text boxes and other shapes with text, at most <see cref="WorkbookLimits.Shapes"/> per workbook.</summary>
    public IReadOnlyList<SheetShape> Shapes { get; init; } = [];

    /// <summary>The first non-empty cell to the right of the columns that are read.</summary>
    public CellAddress? FarRight { get; init; }

    /// <summary>The first cell with a formula.</summary>
    public CellAddress? FirstFormula { get; init; }

    /// <summary>The upper left cell of the first merge.</summary>
    public CellAddress? FirstMerge => merges.First;

    /// <summary>The cell whose value is displayed at an address: the upper left cell of a merge, or else the cell itself.</summary>
    public CellAddress Owner(CellAddress address) => merges.Owner(address);

    /// <summary>Whether a cell is not covered by a merge.</summary>
    public bool IsShown(CellAddress address) => Owner(address) == address;

    /// <summary>The visible content of a cell. A cell covered by a merge is blank, even if the file stores a value in it.</summary>
    public SheetCell At(CellAddress address)
    {
        if (Owner(address) != address)
            return default;
        // Callers access cells row by row.
        if (latest?.Number != address.Row)
            latest = rowsByNumber.GetValueOrDefault(address.Row);
        return latest?.At(address.Column) ?? default;
    }

    /// <summary>Null for an empty row.</summary>
    public SheetRow? Row(int number) => rowsByNumber.GetValueOrDefault(number);

    /// <summary>The last non-empty row of a column; zero for none.</summary>
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

/// <summary>Hidden rows and columns.</summary>
internal sealed class HiddenLines
{
    public HashSet<int> Rows { get; } = [];

    private readonly bool[] columns = new bool[WorkbookLimits.Columns + 1];

    // Beyond the columns that are read, only a range that extends to the end of the sheet is recorded as hidden.
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

/// <param name="Cells">Sorted by column, one per column.</param>
internal sealed record SheetRow(int Number, (int Column, SheetCell Cell)[] Cells)
{
    public SheetCell At(int column)
    {
        // Cells are sorted by column and unique, so the index of a cell is less than its column.
        for (var at = Math.Min(column, Cells.Length) - 1; at >= 0 && Cells[at].Column >= column; at--)
        {
            if (Cells[at].Column == column)
                return Cells[at].Cell;
        }

        return default;
    }
}

/// <summary>A text box or any other shape with text; for a group, the texts of all its shapes.</summary>
/// <param name="At">The cell beneath its upper left corner; null when it is bound to no cell.</param>
/// <param name="Text">The beginning of its text, with lines separated by \n.</param>
internal sealed record SheetShape(CellAddress? At, string Text);

/// <summary>A workbook as read, before its content is interpreted.</summary>
internal sealed record Spreadsheet(IReadOnlyList<Sheet> Sheets, DocumentProperties Properties)
{
    public bool HasMacros { get; init; }

    /// <summary>Whether the file is an .xls.</summary>
    public bool IsOld { get; init; }
}

/// <summary>The document properties of a workbook (docProps).</summary>
/// <param name="Custom">Custom properties by name; the first of a name wins.</param>
internal sealed record DocumentProperties(DateTimeOffset? Modified, IReadOnlyDictionary<string, string> Custom);
