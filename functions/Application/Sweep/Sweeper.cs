using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Sweep;

/// <summary>
/// Finishes what a crash left half done: submissions under way, workbooks without a row, publications and purges not run. Removes checks
/// whose day is over. Safe to be killed itself. Submissions are resumed one at a time and not for long, so that none keeps back the others,
/// the publications or the purges.
/// </summary>
public sealed class Sweeper(
    SubmissionStore submissions,
    YearStore years,
    Acceptance acceptance,
    SubmissionEnds ends,
    Publisher publisher,
    Purger purger,
    BoardRepair board,
    CheckStore checks,
    TimeProvider time,
    ILogger<Sweeper> log)
{
    /// <summary>Younger ones may still be under way in a living process.</summary>
    public static readonly TimeSpan MinimumAge = ReadingAttempts.LongestAttempt;

    /// <summary>How long one submission may be resumed, its records written and all.</summary>
    public static readonly TimeSpan ResumeDeadline = TimeSpan.FromMinutes(2);

    /// <summary>After so long no further one is resumed; they wait for the next sweep. The host gives a timer ten minutes.</summary>
    public static readonly TimeSpan ResumesEndAfter = TimeSpan.FromMinutes(3);

    // Far above what all the tries of one storage call may take together.
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    /// <param name="minimumAge">Zero when no other process can be at work, as at the start of a local run.</param>
    /// <param name="cancellation">Stops between two of them.</param>
    /// <returns>A line for each action.</returns>
    public async Task<IReadOnlyList<string>> SweepAsync(TimeSpan minimumAge, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - minimumAge;
        List<string> done =
        [
            .. await FinishAsync(before, cancellation),
            .. (await submissions.RemoveOrphansAsync(before - OrphanAge, cancellation))
                .Select(id => $"removed the workbook {id}, which was never received whole"),
            .. Removed(await checks.RemoveExpiredAsync(time.GetUtcNow(), cancellation)),
            .. (await publisher.RunUnfinishedAsync(before, cancellation)).Select(p => $"publication {p.Id} {p.State}"),
            .. (await purger.RunUnfinishedAsync(cancellation)).Select(p => $"purge {p.Id} {p.State}"),
            .. (await board.RunAsync(cancellation)).Select(r => $"board row {r} brought up to date"),
        ];
        foreach (var line in done)
            log.LogInformation("Sweep: {Done}", line);
        return done;
    }

    private async Task<List<string>> FinishAsync(DateTimeOffset takenUpBefore, CancellationToken cancellation)
    {
        var (began, done) = (time.GetTimestamp(), new List<string>());
        foreach (var submission in (await submissions.UnfinishedAsync(cancellation)).Where(s => s.TakenUpAt <= takenUpBefore))
        {
            if (time.GetElapsedTime(began) < ResumesEndAfter)
                done.Add($"submission {submission.Id} {await TryFinishAsync(submission, cancellation)}");
        }

        return done;
    }

    // Whatever goes wrong, storage that fails for one workbook included, it is logged here and the sweep goes on.
    private async Task<string> TryFinishAsync(Submission submission, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(ResumeDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await FinishAsync(submission, either.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "Submission {Submission} could not be finished", submission.Id);
            var mayPass = failure is OperationCanceledException or StorageException { MayPass: true };
            return SubmissionDecisions.IsGivenUpAfterFailure(submission, mayPass, time.GetUtcNow())
                ? await TryGiveUpAsync(submission, cancellation)
                : "could not be finished";
        }
    }

    private async Task<string> TryGiveUpAsync(Submission submission, CancellationToken cancellation)
    {
        try
        {
            return Describe(await ends.AbandonAsync(submission, cancellation));
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "Submission {Submission} could not be given up", submission.Id);
            return "could not be given up";
        }
    }

    private async Task<string> FinishAsync(Submission submission, CancellationToken cancellation)
    {
        if (submission.IsBeingAbandoned)
            return Describe(await ends.FinishAbandoningAsync(submission, cancellation));
        var year = await years.FindAsync(submission.Id.ReportingYear, cancellation)
            ?? throw new InvalidDataException($"Submission {submission.Id} belongs to a year that is not open.");
        return Describe(await acceptance.ResumeAsync(submission, year, cancellation));
    }

    private static IEnumerable<string> Removed(int files) => files == 0 ? [] : [$"removed {files} files of checks that are over"];

    private static string Describe(UploadOutcome outcome) =>
        outcome is UploadOutcome.TakenOver ? "is under way in another process" : outcome.GetType().Name;
}
