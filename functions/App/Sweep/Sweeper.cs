using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Functions.Submissions;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Functions.Sweep;

/// <summary>Finishes what a crash left half done: submissions under way, workbooks without a row, publications not run. Safe to be killed itself.</summary>
public sealed class Sweeper(
    SubmissionStore submissions, YearStore years, Acceptance acceptance, Publisher publisher, TimeProvider time, ILogger<Sweeper> log)
{
    /// <summary>Younger ones may still be under way in a living process: it is well above what a request may take (230 s).</summary>
    public static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(5);

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
                done.Add(await FinishAsync(submission, cancellation));
        }

        done.AddRange((await submissions.RemoveOrphansAsync(before, cancellation)).Select(id => $"removed the workbook {id}, which was never received whole"));
        done.AddRange((await publisher.RunUnfinishedAsync(before, cancellation)).Select(p => $"publication {p.Id} {p.State}"));
        foreach (var line in done)
            log.LogInformation("Sweep: {Done}", line);
        return done;
    }

    private async Task<string> FinishAsync(Submission submission, CancellationToken cancellation)
    {
        var year = await years.FindAsync(submission.Id.ReportingYear, cancellation)
            ?? throw new InvalidDataException($"Submission {submission.Id} belongs to a year that is not open.");
        var outcome = await acceptance.ResumeAsync(submission, year, cancellation);
        return $"submission {submission.Id} {outcome?.GetType().Name ?? nameof(SubmissionState.Abandoned)}";
    }
}
