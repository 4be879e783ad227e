using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Counts in a submission's row how often its reading was begun, so that the next process knows of a reading that killed the last one.
/// </summary>
public sealed class Attempts(SubmissionStore submissions, TimeProvider time)
{
    private static readonly TimeSpan GiveBackDeadline = TimeSpan.FromSeconds(2);

    /// <summary>What the submission takes next.</summary>
    public async Task<SubmissionStep> NextStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, await WasReadAsync(submission, cancellation));

    /// <summary>How the submission may be ended at once.</summary>
    public async Task<SubmissionStep> EndingStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.EndingStep(submission, await WasReadAsync(submission, cancellation), time.GetUtcNow());

    /// <summary>Counts one more attempt before it begins.</summary>
    /// <returns>Overtaken when another process has begun one, or has moved the submission on.</returns>
    public Task<WriteOutcome<Submission>> BeginAsync(Submission submission, CancellationToken cancellation) =>
        submissions.UpdateAsync(submission with { Attempts = submission.Attempts + 1, AttemptedAt = time.GetUtcNow() }, cancellation);

    /// <summary>
    /// Takes back an attempt that stopped because the process stops. When another process has moved the submission on, or storage does not
    /// answer in time, it stays counted.
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
            // It stays counted.
        }
    }

    // Most submissions have attempts left whatever was read: then storage is not asked.
    private async Task<bool> WasReadAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, wasRead: false) == SubmissionStep.GiveUp
            && await submissions.HasProblemsAsync(submission.Id, cancellation);
}
