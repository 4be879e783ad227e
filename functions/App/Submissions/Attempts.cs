using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Functions.Submissions;

/// <summary>
/// Counts in a submission's row how often its reading was begun, so that the next process knows of a reading that killed the last one.
/// </summary>
public sealed class Attempts(SubmissionStore submissions, TimeProvider time)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public async Task<bool> AreUsedUpAsync(Submission submission, CancellationToken cancellation) =>
        submission.State == SubmissionState.Received
        && ReadingAttempts.AreUsedUp(submission.Attempts, hasEnded: false)
        && ReadingAttempts.AreUsedUp(submission.Attempts, await submissions.HasProblemsAsync(submission.Id, cancellation));

    /// <summary>Counts one more attempt before it begins.</summary>
    /// <exception cref="RequestFailedException">412: another process has begun one, or has moved the submission on.</exception>
    public async Task<Submission> BeginAsync(Submission submission, CancellationToken cancellation)
    {
        var begun = submission with { Attempts = submission.Attempts + 1, AttemptedAt = time.GetUtcNow() };
        try
        {
            return await submissions.UpdateAsync(begun, cancellation);
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            // Our own write, whose answer was lost: to leave it would be to count an attempt that nobody makes.
            if (await submissions.FindAsync(submission.Id, cancellation) is { } found && IsSame(found, begun))
                return found;
            throw;
        }
    }

    /// <summary>Takes back an attempt that stopped because the process stops. Where that fails it stays counted.</summary>
    public async Task GiveBackAsync(Submission submission)
    {
        using var limit = new CancellationTokenSource(Farewell, time);
        try
        {
            await submissions.UpdateAsync(submission with { Attempts = Math.Max(0, submission.Attempts - 1) }, limit.Token);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException || failure.IsOutage())
        {
            // Another process has moved it on, or storage does not answer in time.
        }
    }

    private static bool IsSame(Submission found, Submission begun) =>
        (found.State, found.Attempts, found.AttemptedAt) == (begun.State, begun.Attempts, begun.AttemptedAt);
}
