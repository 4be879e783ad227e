using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Proposes corrections for cells whose correct value is certain (修復).</summary>
public static class Repairs
{
    // The maximum number of rounds. Each round applies all proposals to a copy, reads the whole copy, and removes the proposals that could
    // not be applied, did not solve their problem or may have caused a new one.
    private const int Rounds = 6;

    /// <summary>
    /// Returns proposals that can be applied together. This was verified by applying them to a copy and reading it: every problem that they
    /// address is solved, and no new problem appears, except warnings about cells on a sheet of which a header was corrected.
    /// </summary>
    /// <param name="workbook">The uploaded file.</param>
    /// <param name="request">The request with which the workbook was checked.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The proposals in the order of the problems; empty for a workbook that cannot be read or edited, and if no such proposals
    /// were found within the limits of time and rounds.</returns>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static EquatableList<RepairProposal> Propose(
        ReadOnlyMemory<byte> workbook, WorkbookRequest request, CancellationToken cancellation)
    {
        var began = request.Time.GetTimestamp();
        var before = WorkbookReader.Read(workbook, request, cancellation);
        List<RepairProposal> proposals = [.. RepairCandidates.Of(workbook, request, before, cancellation)];
        for (var round = 0; round < Rounds && proposals.Count > 0 && request.Time.GetElapsedTime(began) < WorkbookLimits.Time; round++)
        {
            var doubtful = WorkbookEditing.Apply(workbook, [.. proposals.Select(p => p.ToEdit())], cancellation) switch
            {
                WorkbookEdited edited =>
                    RepairCheck.Doubtful(proposals, before.Problems, WorkbookReader.Read(edited.Workbook, request, cancellation).Problems),
                EditsRefused refused => RefusedOf(proposals, refused),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is not an outcome of edits."),
            };
            if (doubtful.Count == 0)
                return [.. proposals];
            proposals.RemoveAll(doubtful.Contains);
        }

        return [];
    }

    private static HashSet<RepairProposal> RefusedOf(List<RepairProposal> proposals, EditsRefused refused)
    {
        var edits = refused.Refused.Select(r => r.Edit).ToHashSet();
        return [.. proposals.Where(p => edits.Contains(null) || edits.Contains(p.ToEdit()))];
    }
}
