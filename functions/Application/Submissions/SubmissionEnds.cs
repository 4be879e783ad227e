using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Application.Submissions;

/// <summary>Ends submissions: writes the final state and the audit entry, and removes the records of abandoned submissions.</summary>
public sealed class SubmissionEnds(
    SubmissionStore submissions, RecordStore records, AuditLog audit, Attempts attempts, ILogger<SubmissionEnds> log)
{
    // The audit entry is written before the final state. If the process crashes in between, the sweep (a timer every ten minutes) resumes
    // the submission and writes the same entry again, so the entry is never missing.
    public async Task<WriteOutcome<Submission>> EndAsync(Submission ended, CancellationToken cancellation)
    {
        await AuditAsync(ended, cancellation);
        return await submissions.UpdateAsync(ended, cancellation);
    }

    /// <summary>Abandons a received submission that cannot be checked, without reporting a problem.</summary>
    public Task<UploadOutcome> AbandonAsync(Submission submission, CancellationToken cancellation) =>
        AbandonAsync(submission, [], cancellation);

    /// <summary>
    /// Abandons a submission whose workbook could not be read completely in several attempts, and stores a problem that informs the
    /// department.
    /// </summary>
    public Task<UploadOutcome> AbandonUnreadAsync(Submission submission, CancellationToken cancellation) =>
        AbandonAsync(submission, [SubmissionFindings.NotFinished()], cancellation);

    /// <summary>
    /// Resumes where a crash interrupted <see cref="AbandonAsync(Submission, CancellationToken)"/> or <see cref="AbandonUnreadAsync"/>.
    /// </summary>
    public Task<UploadOutcome> FinishAbandoningAsync(Submission abandoned, CancellationToken cancellation) =>
        abandoned.ProblemCount == 0 ? AbandonAsync(abandoned, cancellation) : AbandonUnreadAsync(abandoned, cancellation);

    /// <summary>
    /// Ends a submission that can no longer finish: one whose abandonment was interrupted, or one that has used up its reading attempts and
    /// is not being read.
    /// </summary>
    /// <returns>False when the submission may still finish, or when another process changes it at the same time.</returns>
    public async Task<bool> TryAbandonAsync(Submission submission, CancellationToken cancellation) =>
        await attempts.EndingStepAsync(submission, cancellation) switch
        {
            SubmissionStep.FinishAbandoning => await FinishAbandoningAsync(submission, cancellation) is UploadOutcome.Abandoned,
            SubmissionStep.GiveUp => await AbandonUnreadAsync(submission, cancellation) is UploadOutcome.Abandoned,
            _ => false,
        };

    /// <summary>
    /// Removes the records that this process may have written after another process had already ended the submission. If the submission was
    /// abandoned with a problem, also stores that problem again, because this process may have overwritten it.
    /// </summary>
    public async Task ClearAsync(Submission ended, CancellationToken cancellation)
    {
        await records.RemoveAsync(ended.Id.Value, cancellation);
        if (ended is { State: SubmissionState.Abandoned, ProblemCount: > 0 })
            await submissions.SaveProblemsAsync(ended.Id, [SubmissionFindings.NotFinished()], cancellation);
    }

    private async Task<UploadOutcome> AbandonAsync(Submission submission, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        // The row is updated before the records are removed. If another process has accepted the submission in the meantime, the update
        // fails, and the records stay because they are current. If the process crashes before everything is removed, the sweep (a timer
        // every ten minutes) removes the rest.
        var given = submission with { State = SubmissionState.Abandoned, IsBeingAbandoned = true, ProblemCount = problems.Count };
        var begun = submission.IsBeingAbandoned ? new Written<Submission>(submission) : await submissions.UpdateAsync(given, cancellation);
        if (begun is not Written<Submission>(var abandoned))
            return new UploadOutcome.TakenOver(submission);
        if (problems.Count > 0)
            await submissions.SaveProblemsAsync(submission.Id, problems, cancellation);
        await AuditAsync(abandoned, cancellation);
        await records.RemoveAsync(submission.Id.Value, cancellation);
        return await submissions.UpdateAsync(abandoned with { IsBeingAbandoned = false }, cancellation) is Written<Submission>(var ended)
            ? new UploadOutcome.Abandoned(ended, problems)
            : new UploadOutcome.TakenOver(abandoned);
    }

    private Task AuditAsync(Submission ended, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} {State}, {Problems} problems", ended.Id, ended.State, ended.ProblemCount);
        var entry = new AuditEntry(ended.Id.Value, ended.UploadedBy, AuditKinds.Of(ended), ended.Id.Partition,
            ended.UploadedAt)
        { IsOnBehalf = ended.IsOnBehalf };
        return audit.WriteAsync(entry, cancellation);
    }
}
