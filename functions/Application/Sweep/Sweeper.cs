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
/// Finishes work that a crash interrupted: unfinished submissions, pending publications and purges, and outdated rows of the coordinator's
/// overview. Deletes uploaded workbooks that have no submission, and expired checks. The sweep itself may crash at any point; the next
/// sweep then does the rest. Submissions are resumed one at a time and with a deadline, so that none of them delays the others, the
/// publications or the purges.
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
    /// <summary>
    /// The minimum age of unfinished submissions and publications that a regular sweep resumes. Younger ones may still be in progress in
    /// another process.
    /// </summary>
    public static readonly TimeSpan MinimumAge = ReadingAttempts.LongestAttempt;

    /// <summary>The time limit for resuming one submission, including writing its records.</summary>
    public static readonly TimeSpan ResumeDeadline = TimeSpan.FromMinutes(2);

    /// <summary>
    /// When a sweep has taken this long, it resumes no further submission; the next sweep resumes the rest. The Functions host aborts a
    /// timer function after ten minutes.
    /// </summary>
    public static readonly TimeSpan ResumesEndAfter = TimeSpan.FromMinutes(3);

    // An uploaded workbook that no row of the table of submissions refers to is deleted once it is older than this plus the minimum age
    // with which SweepAsync is called. A younger workbook may belong to an upload in progress; a day is far longer than all retries of a
    // storage call.
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    /// <param name="minimumAge">How old an unfinished submission or publication must be before the sweep takes it over, so that the sweep
    /// does not interfere with a process that is still running. Purges are taken over at any age. Zero when no other process can be
    /// running, for example when the local run starts.</param>
    /// <param name="cancellation">Cancellation also interrupts the item in progress; the next sweep resumes it.</param>
    /// <returns>One log line for each action.</returns>
    public async Task<IReadOnlyList<string>> SweepAsync(TimeSpan minimumAge, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - minimumAge;
        List<string> done =
        [
            .. await FinishAsync(before, cancellation),
            .. (await submissions.RemoveOrphansAsync(before - OrphanAge, cancellation))
                .Select(id => $"removed the workbook {id}, whose upload never completed"),
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

    // Logs any failure instead of throwing it, including a storage failure, so that the sweep continues with the other submissions.
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
            return SubmissionDecisions.IsGivenUpAfterFailure(submission, KindOf(failure), time.GetUtcNow())
                ? await TryGiveUpAsync(submission, cancellation)
                : "could not be finished";
        }
    }

    private static FailureKind KindOf(Exception failure) =>
        failure is OperationCanceledException or StorageException { MayPass: true } ? FailureKind.Transient : FailureKind.Permanent;

    private async Task<string> TryGiveUpAsync(Submission submission, CancellationToken cancellation)
    {
        try
        {
            return Describe(await ends.AbandonAsync(submission, cancellation));
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "Submission {Submission} could not be abandoned", submission.Id);
            return "could not be abandoned";
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

    private static IEnumerable<string> Removed(int files) => files == 0 ? [] : [$"removed {files} files of expired checks"];

    private static string Describe(UploadOutcome outcome) =>
        outcome is UploadOutcome.TakenOver ? "is being processed by another process" : outcome.GetType().Name;
}
