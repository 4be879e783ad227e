using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Counts in the row of a submission how often its reading was started. The next process can thus detect a workbook that crashed the
/// process that was reading it.
/// </summary>
public sealed class Attempts(SubmissionStore submissions, TimeProvider time)
{
    private static readonly TimeSpan GiveBackDeadline = TimeSpan.FromSeconds(2);

    /// <summary>Determines the next step for an unfinished submission.</summary>
    public async Task<SubmissionStep> NextStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, await EarlierReadingAsync(submission, cancellation));

    /// <summary>
    /// Determines how a submission can be ended now without being read again; <see cref="SubmissionStep.None"/> if it may still finish.
    /// </summary>
    public async Task<SubmissionStep> EndingStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.EndingStep(submission, await EarlierReadingAsync(submission, cancellation), time.GetUtcNow());

    /// <summary>Increments the number of attempts before the reading starts.</summary>
    /// <returns>Overtaken when another process has started an attempt or has advanced the submission.</returns>
    public Task<WriteOutcome<Submission>> BeginAsync(Submission submission, CancellationToken cancellation) =>
        submissions.UpdateAsync(submission with { Attempts = submission.Attempts + 1, AttemptedAt = time.GetUtcNow() }, cancellation);

    /// <summary>
    /// Undoes the counting of an attempt that was cancelled because the process stops. If another process has advanced the submission, or
    /// storage does not respond in time, the attempt stays counted.
    /// </summary>
    public async Task GiveBackAsync(Submission submission)
    {
        using var limit = new CancellationTokenSource(GiveBackDeadline, time);
        try
        {
            await submissions.UpdateAsync(submission with { Attempts = Math.Max(0, submission.Attempts - 1) }, limit.Token);
        }
        catch (Exception failure) when (failure is StorageException or OperationCanceledException)
        {
            // The attempt stays counted.
        }
    }

    // Stored problems show that an earlier attempt read the workbook completely. Storage is queried only if the answer matters: as long as
    // attempts are left, the next step is the same in both cases.
    private async Task<EarlierReading> EarlierReadingAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, EarlierReading.NeverCompleted) == SubmissionStep.GiveUp
            && await submissions.HasProblemsAsync(submission.Id, cancellation)
            ? EarlierReading.Completed
            : EarlierReading.NeverCompleted;
}
