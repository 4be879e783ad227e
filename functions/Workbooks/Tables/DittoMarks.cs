using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Finds the cells of a template table that its ditto marks mean.</summary>
internal sealed class DittoMarks(Sheet sheet, FoundTable table)
{
    // By column, the row of the last mark that was resolved and its value. Rows are read from top to bottom, so a search upwards can stop
    // at that row.
    private readonly Dictionary<int, (int Row, SheetCell Meant)> latest = [];

    /// <summary>
    /// Returns the cell whose value a ditto mark means. For 同上, this is the nearest cell above that is neither blank nor a mark; for a mark
    /// that means a cell beside it or the year before, the nearest cell in this direction without such a mark. A blank cell when there is
    /// none.
    /// </summary>
    public SheetCell Meant(CellAddress address)
    {
        if (MarkAt(address) is not { } mark || mark == DittoMark.Above)
            return Above(address);
        if (Origin(address, mark) is not { } origin)
            return default;
        return MarkAt(origin) is not { } other ? sheet.At(origin) : other == DittoMark.Above ? Above(origin) : default;
    }

    private SheetCell Above(CellAddress address)
    {
        var (row, meant) = (address.Row - 1, default(SheetCell));
        var known = latest.GetValueOrDefault(address.Column);
        if (known.Row == address.Row)
            return known.Meant;
        for (; row > table.HeaderRow && row != known.Row && meant.IsBlank; row--)
        {
            if (!table.Repeats.Contains(row))
                meant = ValueAt(new(row, address.Column));
        }

        if (row == known.Row && meant.IsBlank)
            meant = known.Meant;
        latest[address.Column] = (address.Row, meant);
        return meant;
    }

    // The value of a cell above a mark. A mark for a cell beside it is resolved; one for the cell above it is not, because the search
    // continues upwards.
    private SheetCell ValueAt(CellAddress address)
    {
        var owner = sheet.Owner(address);
        var cell = MarkAt(owner) is { } mark and not DittoMark.Above
            ? Origin(owner, mark) is { } origin ? sheet.At(origin) : default
            : sheet.At(owner);
        return DittoMarkText.In(cell) is null ? cell : default;
    }

    private DittoMark? MarkAt(CellAddress address) => DittoMarkText.In(sheet.At(address));

    // The nearest cell in the direction of the mark that contains no such mark: in 50 | 同左 | 同左, both marks mean 50. Null when there is
    // none.
    private CellAddress? Origin(CellAddress address, DittoMark mark)
    {
        var at = (CellAddress?)address;
        while (at is { } cell && MarkAt(cell) == mark)
            at = Next(cell, mark);
        return at;
    }

    private CellAddress? Next(CellAddress cell, DittoMark mark) => mark switch
    {
        DittoMark.Above => null,
        DittoMark.Left => cell.Column > 1 ? sheet.Owner(cell with { Column = cell.Column - 1 }) : null,
        DittoMark.Right => cell.Column < CellAddress.LastColumn ? sheet.Owner(cell with { Column = cell.Column + 1 }) : null,
        DittoMark.LastYear => YearBefore(cell.Column) is { } year ? sheet.Owner(cell with { Column = year.At }) : null,
    };

    private YearColumn? YearBefore(int column) =>
        table.Years.FirstOrDefault(y => y.At == column) is { } year ? table.Years.FirstOrDefault(y => y.Year == year.Year.Previous) : null;
}
