using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The individual cells of a finding: "B5, B9–B10" yields B5, B9 and B10.</summary>
internal static class CellNames
{
    // Nobody corrects more in a form.
    private const int Most = 1_000;

    /// <summary>Returns only the cells in the column of the first one; cells in other columns are those it is compared with.</summary>
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
