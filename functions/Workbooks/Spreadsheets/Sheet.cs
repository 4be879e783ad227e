using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>A sheet as read: its rows in order, with nothing but cells that hold something.</summary>
internal sealed class Sheet(string name, bool isHidden, IReadOnlyList<SheetRow> rows, MergedCells merges)
{
    private readonly Dictionary<int, SheetRow> rowsByNumber = rows.ToDictionary(r => r.Number);
    private SheetRow? latest;
    private int[]? lastRows;

    public string Name { get; } = name;

    public bool IsHidden { get; } = isHidden;

    public HiddenLines Hidden { get; init; } = new();

    public IReadOnlyList<SheetRow> Rows { get; } = rows;

    /// <summary>Text boxes and other shapes that say something, at most <see cref="WorkbookLimits.Shapes"/> of a workbook.</summary>
    public IReadOnlyList<SheetShape> Shapes { get; init; } = [];

    /// <summary>The first cell that holds something to the right of all columns that are read.</summary>
    public CellAddress? FarRight { get; init; }

    /// <summary>The first cell that a formula computes.</summary>
    public CellAddress? FirstFormula { get; init; }

    /// <summary>Where cells are merged first.</summary>
    public CellAddress? FirstMerge => merges.First;

    /// <summary>The cell whose value is shown at a place: the top left one where cells are merged.</summary>
    public CellAddress Owner(CellAddress address) => merges.Owner(address);

    /// <summary>Whether a place is none of those that lie beneath merged cells.</summary>
    public bool IsShown(CellAddress address) => Owner(address) == address;

    /// <summary>What is shown at a place. Beneath merged cells nothing is, whatever the file holds there.</summary>
    public SheetCell At(CellAddress address)
    {
        if (Owner(address) != address)
            return default;
        // Cells are asked for row by row.
        if (latest?.Number != address.Row)
            latest = rowsByNumber.GetValueOrDefault(address.Row);
        return latest?.At(address.Column) ?? default;
    }

    /// <summary>Null for a row that holds nothing.</summary>
    public SheetRow? Row(int number) => rowsByNumber.GetValueOrDefault(number);

    /// <summary>The last row that holds something in a column; zero for none.</summary>
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

/// <summary>Rows and columns that are not shown.</summary>
internal sealed class HiddenLines
{
    public HashSet<int> Rows { get; } = [];

    private readonly bool[] columns = new bool[WorkbookLimits.Columns + 1];

    // Of the columns that are not read, those to the end of the sheet may be hidden.
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

/// <param name="Cells">In the order of their columns, one at each place.</param>
internal sealed record SheetRow(int Number, (int Column, SheetCell Cell)[] Cells)
{
    public SheetCell At(int column)
    {
        // In the order of columns, each once: none stands further to the right than its column.
        for (var at = Math.Min(column, Cells.Length) - 1; at >= 0 && Cells[at].Column >= column; at--)
        {
            if (Cells[at].Column == column)
                return Cells[at].Cell;
        }

        return default;
    }
}

/// <summary>A text box, or any other shape with a text in it; of a group, all that its shapes say.</summary>
/// <param name="At">The cell beneath its upper left corner; null when it is bound to no cell.</param>
/// <param name="Text">Its first words, lines separated by \n.</param>
internal sealed record SheetShape(CellAddress? At, string Text);

/// <summary>A workbook as read, whatever it says.</summary>
internal sealed record Spreadsheet(IReadOnlyList<Sheet> Sheets, DocumentProperties Properties)
{
    public bool HasMacros { get; init; }

    /// <summary>An .xls.</summary>
    public bool IsOld { get; init; }
}

/// <summary>What a workbook says of itself (docProps).</summary>
/// <param name="Custom">By name; the first of a name counts.</param>
internal sealed record DocumentProperties(DateTimeOffset? Modified, IReadOnlyDictionary<string, string> Custom);
