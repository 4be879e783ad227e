using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Proposes values for cells where the right one is certain (修復).</summary>
public static class Repairs
{
    // Each round reads the workbook once.
    private const int Rounds = 6;

    /// <summary>
    /// All that can be mended at once. The workbook has been read again with the proposals in it: every finding that they are about is
    /// gone, and there is no new one.
    /// </summary>
    /// <param name="workbook">As uploaded.</param>
    /// <param name="request">As it was checked.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <returns>In the order of the findings; none for a workbook that cannot be read or edited.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
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
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome of edits."),
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
