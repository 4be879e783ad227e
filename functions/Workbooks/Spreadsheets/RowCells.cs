using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Collects the cells of a row while it is read, sorted by column. The file may contain them in any order; if a column occurs twice, the
/// later cell wins.
/// </summary>
internal sealed class RowCells
{
    private readonly SheetCell[] cells = new SheetCell[WorkbookLimits.Columns + 1];
    private int count, last;

    /// <param name="column">The column number, from 1 to <see cref="WorkbookLimits.Columns"/>.</param>
    public void Set(int column, SheetCell cell)
    {
        count += cells[column].Kind == CellKind.Blank ? 1 : 0;
        cells[column] = cell;
        last = Math.Max(last, column);
    }

    /// <summary>Merges the cells of several row elements with the same row number into one row.</summary>
    public static SheetRow Merge(IEnumerable<SheetRow> parts)
    {
        var row = new RowCells();
        var number = 0;
        foreach (var part in parts)
        {
            number = part.Number;
            foreach (var (column, cell) in part.Cells)
                row.Set(column, cell);
        }

        return new(number, row.Take());
    }

    /// <summary>Returns the collected cells and prepares for the next row.</summary>
    public (int Column, SheetCell Cell)[] Take()
    {
        var taken = new (int, SheetCell)[count];
        for (var (column, at) = (1, 0); at < count; column++)
        {
            if (cells[column].Kind != CellKind.Blank)
                taken[at++] = (column, cells[column]);
        }

        Array.Clear(cells, 0, last + 1);
        (count, last) = (0, 0);
        return taken;
    }
}
