using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Counts in a submission's row how often its reading was started, so that the next process detects a workbook whose reading crashed the
/// last one.
/// </summary>
public sealed class Attempts(SubmissionStore submissions, TimeProvider time)
{
    private static readonly TimeSpan GiveBackDeadline = TimeSpan.FromSeconds(2);

    /// <summary>Determines the next step of the submission.</summary>
    public async Task<SubmissionStep> NextStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, await WasReadAsync(submission, cancellation));

    /// <summary>Determines how the submission may be ended immediately.</summary>
    public async Task<SubmissionStep> EndingStepAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.EndingStep(submission, await WasReadAsync(submission, cancellation), time.GetUtcNow());

    /// <summary>Counts an attempt before it begins.</summary>
    /// <returns>Overtaken when another process has started an attempt or has advanced the submission.</returns>
    public Task<WriteOutcome<Submission>> BeginAsync(Submission submission, CancellationToken cancellation) =>
        submissions.UpdateAsync(submission with { Attempts = submission.Attempts + 1, AttemptedAt = time.GetUtcNow() }, cancellation);

    /// <summary>
    /// Gives back an attempt that was cancelled because the process stops. If another process has advanced the submission, or storage does
    /// not respond in time, the attempt stays counted.
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

    // Most submissions have attempts left whether or not they were read, so storage is not queried for them.
    private async Task<bool> WasReadAsync(Submission submission, CancellationToken cancellation) =>
        SubmissionDecisions.NextStep(submission, wasRead: false) == SubmissionStep.GiveUp
            && await submissions.HasProblemsAsync(submission.Id, cancellation);
}
