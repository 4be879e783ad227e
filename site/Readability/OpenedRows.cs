namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Collects the rows of a table while it is parsed. A cell that equals the cell above it shares its text, because a large city's tables
/// repeat most texts in row after row and would otherwise need much memory.
/// </summary>
internal sealed class OpenedRows
{
    private readonly List<IReadOnlyList<OpenedCell>> rows = [];

    public IReadOnlyList<IReadOnlyList<OpenedCell>> All => rows;

    /// <summary>The number of cells in the header; 0 before the header is added.</summary>
    public int Width => rows.Count == 0 ? 0 : rows[0].Count;

    public int Count => rows.Count;

    public void Add(params OpenedCell[] cells)
    {
        var above = rows.Count == 0 ? [] : rows[^1];
        for (var at = 0; at < Math.Min(cells.Length, above.Count); at++)
        {
            if (cells[at] == above[at])
                cells[at] = above[at];
        }

        rows.Add(cells);
    }
}
