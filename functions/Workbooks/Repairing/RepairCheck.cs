using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Verifies proposed corrections: compares the problems of a workbook before and after all corrections are applied.</summary>
internal static class RepairCheck
{
    /// <summary>
    /// Returns the proposals that did not help: their problem persists, or a new problem may be their effect. A new problem is attributed
    /// to the proposals for the same cell; if there are none, to those for the same row, then for the same sheet, then to all.
    /// </summary>
    public static IReadOnlySet<RepairProposal> Doubtful(
        IReadOnlyList<RepairProposal> proposals, IEnumerable<Problem> before, IEnumerable<Problem> after)
    {
        var were = Placed(before).ToHashSet();
        var are = Placed(after).ToHashSet();
        HashSet<RepairProposal> doubtful = [.. proposals.Where(p => are.Contains(new(p.Code, p.Problem.Severity, p.Sheet, p.At)))];
        foreach (var fresh in are.Except(were))
            doubtful.UnionWith(CausesOf(fresh, proposals));
        return doubtful;
    }

    private static IEnumerable<RepairProposal> CausesOf(PlacedCode fresh, IReadOnlyList<RepairProposal> proposals)
    {
        var onSheet = proposals.Where(p => p.Sheet == fresh.Sheet).ToList();
        var inRow = onSheet.Where(p => p.At.Row == fresh.At.Row).ToList();
        var inCell = inRow.Where(p => p.At == fresh.At).ToList();
        if (inCell.Count > 0)
            return inCell;
        // Once a header is corrected, its column is read, and warnings about the cells of the column appear for the first time. The header
        // proposal did not cause these warnings, so no proposal is blamed.
        if (fresh.Severity != Severity.Error && onSheet.Exists(MendsHeader))
            return [];
        return inRow.Count > 0 ? inRow : onSheet.Count > 0 ? onSheet : proposals;
    }

    private static bool MendsHeader(RepairProposal proposal) =>
        proposal.Code == ProblemKinds.ColumnMissing.Code
        || proposal.Code == ProblemKinds.ColumnNotRead.Code
        || (proposal.Code == ProblemKinds.NotAYear.Code && proposal.Label == proposal.Old);

    private static IEnumerable<PlacedCode> Placed(IEnumerable<Problem> problems) =>
        problems.SelectMany(p => CellNames.Of(p).DefaultIfEmpty(), (p, at) => new PlacedCode(p.Code, p.Severity, p.Sheet, at));

    private sealed record PlacedCode(string Code, Severity Severity, string? Sheet, CellAddress At);
}
