using Azure;
using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Functions.Purging;
using KawasakiServerless.Functions.Submissions;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Functions.Sweep;

/// <summary>Finishes what a crash left half done: submissions under way, workbooks without a row, publications and purges not run. Safe to be killed itself.</summary>
public sealed class Sweeper(
    SubmissionStore submissions, YearStore years, Acceptance acceptance, Publisher publisher, Purger purger, TimeProvider time, ILogger<Sweeper> log)
{
    /// <summary>Younger ones may still be under way in a living process: it is well above what a request may take (230 s).</summary>
    public static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(5);

    /// <summary>What cannot be checked for so long is given up; until then a newer version of the app may be able to.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    // Far above what all the tries of one storage call may take together.
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    /// <param name="minimumAge">Zero when no other process can be at work, as at the start of a local run.</param>
    /// <param name="cancellation">Stops between two of them.</param>
    /// <returns>What was done, a line each.</returns>
    public async Task<IReadOnlyList<string>> SweepAsync(TimeSpan minimumAge, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - minimumAge;
        var done = new List<string>();
        foreach (var submission in await submissions.UnfinishedAsync(cancellation))
        {
            if (submission.UploadedAt <= before)
                done.Add($"submission {submission.Id} {await TryFinishAsync(submission, cancellation)}");
        }

        done.AddRange((await submissions.RemoveOrphansAsync(before - OrphanAge, cancellation)).Select(id => $"removed the workbook {id}, which was never received whole"));
        done.AddRange((await publisher.RunUnfinishedAsync(before, cancellation)).Select(p => $"publication {p.Id} {p.State}"));
        done.AddRange((await purger.RunUnfinishedAsync(cancellation)).Select(p => $"purge {p.Id} {p.State}"));
        foreach (var line in done)
            log.LogInformation("Sweep: {Done}", line);
        return done;
    }

    // One submission that cannot be finished keeps back neither the others nor the publications.
    private async Task<string> TryFinishAsync(Submission submission, CancellationToken cancellation)
    {
        try
        {
            return submission.IsBeingAbandoned ? await GiveUpAsync(submission, cancellation) : await FinishAsync(submission, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && !failure.IsOutage())
        {
            log.LogError(failure, "Submission {Submission} could not be finished", submission.Id);
            return submission.State == SubmissionState.Received && submission.UploadedAt <= time.GetUtcNow() - GivenUpAfter
                ? await GiveUpAsync(submission, cancellation)
                : "could not be finished";
        }
    }

    private async Task<string> GiveUpAsync(Submission submission, CancellationToken cancellation)
    {
        try
        {
            await acceptance.AbandonAsync(submission, cancellation);
            return nameof(SubmissionState.Abandoned);
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            return "is under way in another process";
        }
    }

    private async Task<string> FinishAsync(Submission submission, CancellationToken cancellation)
    {
        var year = await years.FindAsync(submission.Id.ReportingYear, cancellation)
            ?? throw new InvalidDataException($"Submission {submission.Id} belongs to a year that is not open.");
        var outcome = await acceptance.ResumeAsync(submission, year, cancellation);
        return outcome?.GetType().Name ?? nameof(SubmissionState.Abandoned);
    }
}
