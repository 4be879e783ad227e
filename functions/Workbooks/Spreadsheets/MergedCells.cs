namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The merged cells of a sheet, looked up by any cell within a merge.</summary>
/// <param name="lastColumn">The last column for which merges are looked up.</param>
internal sealed class MergedCells(int lastColumn)
{
    // A merge is stored once per column: 1,000,000 entries are 200,000 merges of five columns, or 60 of whole rows.
    private const int MostColumns = 1_000_000;

    private readonly Dictionary<int, List<CellRange>> byColumn = [];
    private readonly HashSet<int> sorted = [];
    private int columns;

    /// <summary>The upper left cell of the first merge; null for none.</summary>
    public CellAddress? First { get; private set; }

    /// <summary>
    /// Merges beyond the limit are dropped; as a consequence, a mark on a cell within one may be hidden beneath the merge.
    /// </summary>
    public void Add(CellRange merge)
    {
        First ??= merge.First;
        var last = Math.Min(merge.Last.Column, lastColumn);
        var width = last - merge.First.Column + 1;
        if (width < 1 || columns + width > MostColumns)
            return;
        columns += width;
        for (var column = merge.First.Column; column <= last; column++)
        {
            if (!byColumn.TryGetValue(column, out var merges))
                byColumn[column] = merges = [];
            merges.Add(merge);
        }
    }

    /// <summary>
    /// The upper left cell of the merge that contains a cell, or the cell itself. Overlapping merges, which Excel repairs, may be missed.
    /// </summary>
    public CellAddress Owner(CellAddress address)
    {
        if (byColumn.Count == 0 || !byColumn.TryGetValue(address.Column, out var merges))
            return address;
        if (sorted.Add(address.Column))
            merges.Sort(ByFirstRow);
        var index = merges.BinarySearch(new(address, address), ByFirstRow);
        var merge = merges.ElementAtOrDefault(index >= 0 ? index : ~index - 1);
        return merge.First.Row > 0 && merge.Last.Row >= address.Row ? merge.First : address;
    }

    private static Comparer<CellRange> ByFirstRow { get; } = Comparer<CellRange>.Create((a, b) => a.First.Row.CompareTo(b.First.Row));
}
