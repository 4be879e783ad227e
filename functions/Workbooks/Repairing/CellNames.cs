using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The single cells that a finding names: B5, B9 and B10 of B5, B9–B10.</summary>
internal static class CellNames
{
    // Nobody mends more in a form.
    private const int Most = 1_000;

    /// <summary>Of its first column alone: the others are what it is compared with.</summary>
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
