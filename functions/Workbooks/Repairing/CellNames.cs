using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Expands the cell list of a problem to single cells: "B5, B9–B10" becomes B5, B9 and B10.</summary>
internal static class CellNames
{
    // The maximum number of cells per problem. Further cells are ignored, because nobody corrects so many in a form.
    private const int Most = 1_000;

    /// <summary>
    /// Returns those of the problem's cells that are in the column of the first cell. The problem lists cells in other columns only because
    /// the cells of this column were compared with them.
    /// </summary>
    public static IReadOnlyList<CellAddress> Of(Problem problem)
    {
        var cells = (problem.Cell ?? "").Split(", ").SelectMany(Run).Take(Most).ToList();
        return [.. cells.Where(c => c.Column == cells[0].Column)];
    }

    private static IEnumerable<CellAddress> Run(string run)
    {
        var ends = run.Split('–');
        if (!CellAddress.TryParse(ends[0], out var first) || !CellAddress.TryParse(ends[^1], out var last))
            yield break;
        for (var row = first.Row; row <= last.Row; row++)
            yield return first with { Row = row };
    }
}
