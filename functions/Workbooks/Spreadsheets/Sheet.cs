namespace KawasakiServerless.Workbooks;

/// <summary>A sheet as read: its rows in order, with nothing but cells that hold something.</summary>
internal sealed class Sheet(string name, bool isHidden, IReadOnlyList<SheetRow> rows, IReadOnlyCollection<CellRange> merges)
{
    private readonly Dictionary<int, List<CellRange>> sortedMerges = [];
    private ILookup<int, CellRange>? mergesByColumn;
    private readonly Dictionary<int, SheetRow> rowsByNumber = rows.ToDictionary(r => r.Number);
    private SheetRow? latest;

    public string Name { get; } = name;

    public bool IsHidden { get; } = isHidden;

    public HiddenLines Hidden { get; init; } = new();

    public IReadOnlyList<SheetRow> Rows { get; } = rows;

    /// <summary>The cell whose value counts at a place: the top cell where cells are merged downwards.</summary>
    public CellAddress Owner(CellAddress address)
    {
        if (merges.Count == 0)
            return address;
        var candidates = MergesOf(address.Column);
        var index = candidates.BinarySearch(new(address, address), ByFirstRow);
        var merge = candidates.ElementAtOrDefault(index >= 0 ? index : ~index - 1);
        return merge.First.Row > 0 && merge.Last.Row >= address.Row ? merge.First : address;
    }

    public Cell At(CellAddress address)
    {
        // Cells are asked for row by row.
        if (latest?.Number != address.Row)
            latest = rowsByNumber.GetValueOrDefault(address.Row);
        return latest?.At(address.Column) ?? default;
    }

    private static Comparer<CellRange> ByFirstRow { get; } = Comparer<CellRange>.Create((a, b) => a.First.Row.CompareTo(b.First.Row));

    private List<CellRange> MergesOf(int column)
    {
        if (!sortedMerges.TryGetValue(column, out var sorted))
            sortedMerges[column] = sorted = [.. MergesByColumn[column].OrderBy(m => m.First.Row)];
        return sorted;
    }

    private ILookup<int, CellRange> MergesByColumn =>
        mergesByColumn ??= merges.Where(m => m.Last.Row > m.First.Row).ToLookup(m => m.First.Column);
}

/// <summary>Rows and columns that are not shown.</summary>
internal sealed class HiddenLines
{
    public HashSet<int> Rows { get; } = [];

    public HashSet<int> Columns { get; } = [];

    public void AddColumns(int first, int last) => Columns.UnionWith(Enumerable.Range(first, Math.Max(0, Math.Min(last, Limits.Columns) - first + 1)));
}

internal sealed record SheetRow(int Number, (int Column, Cell Cell)[] Cells)
{
    public Cell At(int column)
    {
        foreach (ref readonly var cell in Cells.AsSpan())
        {
            if (cell.Column == column)
                return cell.Cell;
        }

        return default;
    }
}

/// <summary>A workbook as read, whatever it says.</summary>
internal sealed record Spreadsheet(IReadOnlyList<Sheet> Sheets, DocumentProperties Properties)
{
    public bool HasMacros { get; init; }
}

/// <summary>What a workbook says of itself (docProps).</summary>
/// <param name="Custom">By name; the first of a name counts.</param>
internal sealed record DocumentProperties(DateTimeOffset? Modified, IReadOnlyDictionary<string, string> Custom);
