using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Functions.Submissions;

/// <summary>Ends submissions: writes what became of one, with its audit line, and removes what one that is given up has left.</summary>
public sealed class SubmissionEnds(
    SubmissionStore submissions, RecordStore records, AuditLog audit, Attempts attempts, TimeProvider time, ILogger<SubmissionEnds> log)
{
    // The audit line first: the sweep takes up what has not ended, so a crash in between leaves the line to be written again and never
    // missing.
    public async Task<Submission> EndAsync(Submission ended, CancellationToken cancellation)
    {
        await AuditAsync(ended, cancellation);
        return await submissions.UpdateAsync(ended, cancellation);
    }

    /// <summary>Gives up a submission that was received and cannot be checked.</summary>
    /// <exception cref="RequestFailedException">412: another process has moved it on.</exception>
    public Task<UploadOutcome.Abandoned> AbandonAsync(Submission submission, CancellationToken cancellation) =>
        AbandonAsync(submission, [], cancellation);

    /// <summary>Gives up a submission whose reading does not end, and tells the department so.</summary>
    /// <exception cref="RequestFailedException">412: another process has moved it on.</exception>
    public Task<UploadOutcome.Abandoned> AbandonUnreadAsync(Submission submission, CancellationToken cancellation) =>
        AbandonAsync(submission, [SubmissionFindings.NotFinished()], cancellation);

    /// <summary>
    /// Goes on where a crash interrupted <see cref="AbandonAsync(Submission, CancellationToken)"/> or <see cref="AbandonUnreadAsync"/>.
    /// </summary>
    /// <exception cref="RequestFailedException">412: another process has moved it on.</exception>
    public Task<UploadOutcome.Abandoned> GoOnAsync(Submission abandoned, CancellationToken cancellation) =>
        abandoned.ProblemCount == 0 ? AbandonAsync(abandoned, cancellation) : AbandonUnreadAsync(abandoned, cancellation);

    /// <summary>
    /// Ends a submission of which nothing more will come: one that was half abandoned, or whose attempts are used up and over.
    /// </summary>
    /// <returns>False when it may still come to its end by itself.</returns>
    public async Task<bool> TryAbandonAsync(Submission submission, CancellationToken cancellation)
    {
        if (!submission.IsBeingAbandoned && (IsUnderWay(submission) || !await attempts.AreUsedUpAsync(submission, cancellation)))
            return false;
        try
        {
            await (submission.IsBeingAbandoned ? GoOnAsync(submission, cancellation) : AbandonUnreadAsync(submission, cancellation));
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            return false;
        }
    }

    /// <summary>
    /// What a process that was still reading has to do when it finds its submission ended: what it wrote after that must not stay.
    /// </summary>
    public async Task ClearAsync(Submission ended, CancellationToken cancellation)
    {
        await records.RemoveAsync(ended.Id.Value, cancellation);
        if (ended is { State: SubmissionState.Abandoned, ProblemCount: > 0 })
            await submissions.SaveProblemsAsync(ended.Id, [SubmissionFindings.NotFinished()], cancellation);
    }

    private bool IsUnderWay(Submission submission) => submission.TakenUpAt > time.GetUtcNow() - ReadingAttempts.LongestAttempt;

    private async Task<UploadOutcome.Abandoned> AbandonAsync(
        Submission submission, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        // The row before the rest: were another process ahead of this one, they would be records that count. It is the sweep's until all
        // is done.
        var given = submission with { State = SubmissionState.Abandoned, IsBeingAbandoned = true, ProblemCount = problems.Count };
        var abandoned = submission.IsBeingAbandoned ? submission : await submissions.UpdateAsync(given, cancellation);
        if (problems.Count > 0)
            await submissions.SaveProblemsAsync(submission.Id, problems, cancellation);
        await AuditAsync(abandoned, cancellation);
        await records.RemoveAsync(submission.Id.Value, cancellation);
        return new(await submissions.UpdateAsync(abandoned with { IsBeingAbandoned = false }, cancellation), problems);
    }

    private Task AuditAsync(Submission ended, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} {State}, {Problems} problems", ended.Id, ended.State, ended.ProblemCount);
        var entry = new AuditEntry(ended.Id.Value, ended.UploadedBy, $"submission {ended.State}", ended.Id.Partition, ended.UploadedAt);
        return audit.WriteAsync(entry, cancellation);
    }
}
