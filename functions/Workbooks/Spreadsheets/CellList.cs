namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Formats the addresses of cells as a text. Adjacent cells of a column are joined into ranges, as in B5, B9–B12.</summary>
internal static class CellList
{
    /// <summary>
    /// Formats the cells of one column, followed by other cells that belong to the same finding (an error, warning or note), as in K5, E5.
    /// Null when the finding is not about cells.
    /// </summary>
    public static string? Of(IReadOnlyList<CellAddress> cells, IReadOnlyList<CellAddress> others) =>
        others.Count == 0 ? Of(cells) : $"{Of(cells)}, {Of(others)}";

    /// <summary>
    /// Formats the cells of one column. Null when the row of the first address is zero, which means that the finding is not about cells.
    /// </summary>
    public static string? Of(IReadOnlyList<CellAddress> cells)
    {
        if (cells[0].Row == 0)
            return null;
        List<(CellAddress First, CellAddress Last)> runs = [];
        foreach (var cell in cells)
        {
            if (runs.Count > 0 && runs[^1].Last.Row + 1 == cell.Row)
                runs[^1] = (runs[^1].First, cell);
            else
                runs.Add((cell, cell));
        }

        return string.Join(", ", runs.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}"));
    }
}
