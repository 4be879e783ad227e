using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Makes a checked submission the department's current one, by compare-and-swap of the current pointer, and then ends the submission.
/// </summary>
public sealed class CurrentSwitch(SubmissionStore submissions, RecordStore records, CurrentStore current, SubmissionEnds ends)
{
    /// <param name="ready">A submission whose workbook was checked and whose records are stored.</param>
    /// <param name="cancellation">Cancelled only when the process stops.</param>
    /// <returns>The row of the submission, which ends as Accepted, or as Conflict if another submission became current first; unless
    /// another process has changed the row in the meantime.</returns>
    public async Task<WriteOutcome<Submission>> SwitchAsync(Submission ready, CancellationToken cancellation)
    {
        var ended = SubmissionDecisions.AfterMove(ready, await MoveAsync(ready, cancellation));
        // The records are removed before the row is marked as ended, because no process resumes an ended submission after a crash. Removing
        // them is safe: a submission for which the compare-and-swap of the current pointer failed once can never become current.
        if (ended.State == SubmissionState.Conflict)
            await records.RemoveAsync(ready.Id.Value, cancellation);
        return await ends.EndAsync(ended, cancellation);
    }

    private async Task<PointerMove> MoveAsync(Submission ready, CancellationToken cancellation)
    {
        var id = ready.Id;
        var pointer = new CurrentPointer(id.Department, id.Value, ready.Sha256, ready.UploadedAt, default)
        {
            Records = ready.Records,
            Who = ready.UploadedBy,
            Findings = ready.Findings,
            DeclaresNothing = ready.DeclaresNothing,
        };
        if (await current.TryMoveAsync(id.ReportingYear, pointer, ready.CurrentVersion, cancellation))
            return new(HasMoved: true, id.Value, WasSuperseded: false);
        var winner = await current.FindAsync(id.ReportingYear, id.Department, cancellation);
        return new(HasMoved: false, winner?.Submission, WasSuperseded: winner?.Submission != id.Value
            && await WasSupersededAsync(id, cancellation));
    }

    // Whether an earlier process made this submission current and crashed before updating its row, and a later submission has superseded it
    // since.
    private async Task<bool> WasSupersededAsync(SubmissionId id, CancellationToken cancellation) =>
        (await submissions.HistoryAsync(id.ReportingYear, id.Department, cancellation)).Any(s => s.Supersedes == id.Value);
}
