using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// Collects the findings of a workbook. For a cell with an error, only its first error and findings about shapes over the cell are
/// returned; for any other cell, identical findings are returned once. The result is ordered by sheet, row and
/// column.
/// </summary>
internal sealed class ProblemLog
{
    // The maximum number of findings per severity. Nobody corrects more at a time, and a hostile workbook could have millions.
    private const int MostOfASeverity = 10_000;

    private readonly List<PlacedProblem> entries = [];
    private readonly Dictionary<Severity, int> counts = [];
    private readonly HashSet<(int, CellAddress, ProblemKind, string Message, string? Found)> reported = [];

    /// <summary>The problems found. Identical findings on several cells of a column are merged into one problem.</summary>
    public EquatableList<Problem> Problems =>
    [
        .. WithoutRedundant().GroupBy(e => (e.Sheet, e.Address.Column, e.Problem))
            .Select(g => g.OrderBy(e => e.Address.Row).ToList())
            .OrderBy(g => g[0].Sheet).ThenBy(g => g[0].Address.Row).ThenBy(g => g[0].Address.Column)
            .Select(g => g[0].Problem with { Cell = CellsOf(g) }),
    ];

    public void Add(Finding finding, string? found = null) => Add(new(-1, default, finding.At(null, null, found)));

    public void Add(Finding finding, SheetPlace sheet) => Add(new(sheet.Index, default, finding.At(sheet.Name, null, null)));

    public void Add(Finding finding, SheetPlace sheet, CellAddress address, SheetCell cell)
    {
        if (IsFull(finding.Kind.Severity))
            return;
        var found = finding.IsAboutPlace || cell.Text.Length == 0 ? null : Excerpt.Of(cell.Text);
        if (reported.Add((sheet.Index, address, finding.Kind, finding.Message, found)))
            Add(new(sheet.Index, address, finding.At(sheet.Name, null, found))
            {
                Also = finding.Also.Count == 0 ? []
                : Besides(address, finding.Also)
            });
    }

    private static CellAddress[] Besides(CellAddress address, IReadOnlyList<CellAddress> all) => [.. all.Where(a => a != address)];

    private static string? CellsOf(List<PlacedProblem> alike) =>
        CellList.Of([.. alike.Select(e => e.Address)], [.. alike.SelectMany(e => e.Also).Distinct()]);

    // Drops the other findings of a cell that has an error, because whoever corrects the error submits again and the cell is checked anew.
    private IEnumerable<PlacedProblem> WithoutRedundant()
    {
        var wrong = entries.Where(e => e.Address.Row > 0 && e.Problem.Severity == Severity.Error).DistinctBy(e => (e.Sheet, e.Address))
            .ToDictionary(e => (e.Sheet, e.Address));
        return entries.Where(e => !wrong.TryGetValue((e.Sheet, e.Address), out var first) || first == e || IsBesideItsCell(e));
    }

    // A text box lies over a cell but is not its content, so its finding is returned even if the cell has an error.
    private static bool IsBesideItsCell(PlacedProblem entry) => entry.Problem.Code == ProblemKinds.ShapeNotRead.Code;

    private void Add(PlacedProblem problem)
    {
        if (IsFull(problem.Problem.Severity))
            return;
        counts[problem.Problem.Severity] = counts.GetValueOrDefault(problem.Problem.Severity) + 1;
        entries.Add(problem);
    }

    private bool IsFull(Severity severity) => counts.GetValueOrDefault(severity) >= MostOfASeverity;

    private sealed record PlacedProblem(int Sheet, CellAddress Address, Problem Problem)
    {
        public IReadOnlyList<CellAddress> Also { get; init; } = [];
    }
}
