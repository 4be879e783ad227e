using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Collects the cells of a sheet. An .xls may store them in any order; if an address occurs twice, the later cell wins.</summary>
internal sealed class CellTable(Budget budget)
{
    private readonly List<(int Place, SheetCell Cell)> cells = [];
    private int furthest = -1;
    private bool isInOrder = true;

    /// <param name="row">The row number, from 1 to 65536.</param>
    /// <param name="column">The column number, from 1. Cells beyond <see cref="WorkbookLimits.Columns"/> are ignored.</param>
    public void Put(int row, int column, SheetCell cell)
    {
        if (column > WorkbookLimits.Columns)
            return;
        var place = (row * WorkbookLimits.Columns) + column - 1;
        // A blank cell is added only if it may replace an earlier cell.
        if (cell.Kind == CellKind.Blank && place > furthest)
            return;
        if (cells.Count > 0 && cells[^1].Place == place)
            cells[^1] = (place, cell);
        else
            Add(place, cell);
    }

    /// <param name="zeroDate">The serial number that a date cell containing zero has after conversion to the 1900 date system.</param>
    public void HideZeros(int zeroDate)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (IsZero(cells[i].Cell, zeroDate))
                cells[i] = (cells[i].Place, default);
        }
    }

    private static bool IsZero(SheetCell cell, int zeroDate) => cell.Kind switch
    {
        CellKind.Number or CellKind.Percent or CellKind.Shown or CellKind.Struck => cell.Serial == 0,
        CellKind.Date => cell.Serial == zeroDate,
        _ => false,
    };

    /// <summary>Returns the rows and their cells in ascending order, without blank cells.</summary>
    public List<SheetRow> Rows()
    {
        List<SheetRow> rows = [];
        List<(int Column, SheetCell Cell)> row = [];
        var number = 0;
        foreach (var (place, cell) in InOrder())
        {
            if (place / WorkbookLimits.Columns != number)
                End(number, row, rows);
            number = place / WorkbookLimits.Columns;
            Append(row, (place % WorkbookLimits.Columns) + 1, cell);
        }

        End(number, row, rows);
        return rows;
    }

    private void Add(int place, SheetCell cell)
    {
        budget.SpendCell();
        isInOrder &= place > furthest;
        furthest = Math.Max(furthest, place);
        cells.Add((place, cell));
    }

    // Sorts only if necessary, because cells are nearly always in order. The sort is stable, so that the later of two cells with the same
    // address stays the later one.
    private IEnumerable<(int Place, SheetCell Cell)> InOrder() => isInOrder ? cells : cells.OrderBy(c => c.Place);

    private static void Append(List<(int Column, SheetCell Cell)> row, int column, SheetCell cell)
    {
        if (row.Count > 0 && row[^1].Column == column)
            row[^1] = (column, cell);
        else
            row.Add((column, cell));
    }

    private void End(int number, List<(int Column, SheetCell Cell)> row, List<SheetRow> rows)
    {
        row.RemoveAll(c => c.Cell.Kind == CellKind.Blank);
        if (row.Count == 0)
            return;
        budget.SpendRow();
        rows.Add(new(number, [.. row]));
        row.Clear();
    }
}
