using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Proposes values for cells where the right one is certain (修復).</summary>
public static class Repairs
{
    // Each round reads the workbook once.
    private const int Rounds = 6;

    /// <summary>All that can be mended at once. The workbook has been read again with the proposals in it: every finding that they are about is gone, and there is no new one.</summary>
    /// <param name="workbook">As uploaded.</param>
    /// <param name="request">As it was checked.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <returns>In the order of the findings; none for a workbook that cannot be read or edited.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EquatableList<RepairProposal> Propose(ReadOnlyMemory<byte> workbook, WorkbookRequest request, CancellationToken cancellation)
    {
        var before = WorkbookReader.Read(workbook, request, cancellation);
        List<RepairProposal> proposals = [.. RepairCandidates.Of(workbook, request, before, cancellation)];
        for (var round = 0; round < Rounds && proposals.Count > 0; round++)
        {
            if (Failures(workbook, proposals, cancellation) is { } failures)
                proposals.RemoveAll(failures.Contains);
            else if (RepairCheck.Doubtful(proposals, before.Problems, ReadMended(workbook, proposals, request, cancellation)) is { Count: > 0 } doubtful)
                proposals.RemoveAll(doubtful.Contains);
            else
                return [.. proposals];
        }

        return [];
    }

    // Null when all of them can be written.
    private static HashSet<RepairProposal>? Failures(ReadOnlyMemory<byte> workbook, List<RepairProposal> proposals, CancellationToken cancellation) =>
        WorkbookEditing.Apply(workbook, [.. proposals.Select(p => p.ToEdit())], cancellation) is EditsRefused refused
            ? [.. proposals.Where(p => refused.Refused.Any(r => r.Edit is null || r.Edit == p.ToEdit()))]
            : null;

    private static EquatableList<Problem> ReadMended(ReadOnlyMemory<byte> workbook, List<RepairProposal> proposals, WorkbookRequest request, CancellationToken cancellation) =>
        WorkbookEditing.Apply(workbook, [.. proposals.Select(p => p.ToEdit())], cancellation) is WorkbookEdited edited
            ? WorkbookReader.Read(edited.Workbook, request, cancellation).Problems
            : [];
}
