using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Names the cell of each figure. Rows that share a merged cell share its name too: a merge over a million figures must not fill the memory with their addresses.</summary>
internal sealed class MergedValueCells(YearColumn[] years)
{
    private readonly string[] keys = [.. years.Select(y => ValueCell.KeyOf(y.Year))];

    private readonly (CellAddress Owner, ValueCell Cell)?[] last = new (CellAddress, ValueCell)?[years.Length];

    /// <param name="year">Index of the year's column.</param>
    public ValueCell Of(TableRow row, int year)
    {
        var owner = row.Owner(years[year]);
        if (last[year] is { } known && known.Owner == owner)
            return known.Cell;
        ValueCell cell = new(keys[year], owner.ToString());
        last[year] = (owner, cell);
        return cell;
    }
}
