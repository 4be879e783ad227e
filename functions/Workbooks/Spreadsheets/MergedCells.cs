namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The merged ranges of a sheet. Finds the range that contains a given cell.</summary>
/// <param name="lastColumn">The last column in which ranges are looked up; the parts beyond it are not stored.</param>
internal sealed class MergedCells(int lastColumn)
{
    // A range is stored once for each of its columns. The limit allows 200,000 ranges that are five columns wide, or 61 that are as wide as
    // the sheet (16,384 columns).
    private const int MostColumns = 1_000_000;

    private readonly Dictionary<int, List<CellRange>> byColumn = [];
    private readonly HashSet<int> sorted = [];
    private int columns;

    /// <summary>The upper left cell of the first range that was added; null when there is none.</summary>
    public CellAddress? First { get; private set; }

    /// <summary>
    /// Adds a merged range. A range that would exceed the limit on stored columns is dropped; its cells then count as separate cells. If
    /// such a cell has a problem, the merge may hide the fill and comment that mark it in the copy of the workbook for the department.
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
    /// Returns the upper left cell of the range that contains a cell, or the cell itself if no range does. Overlapping ranges, which Excel
    /// would repair when it opens the file, may be missed.
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
