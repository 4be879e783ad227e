using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Purging;

/// <summary>The result of purging the submissions that contain the data to be purged.</summary>
public abstract record SubmissionPurgeOutcome
{
    private SubmissionPurgeOutcome()
    {
    }

    /// <param name="Purged">All purged submissions of the departments that may have submitted the data, including those that earlier purges
    /// have emptied.</param>
    public sealed record Emptied(IReadOnlyList<SubmissionId> Purged) : SubmissionPurgeOutcome;

    /// <summary>
    /// A submission that may contain the data is still being processed or was changed at the same time. The next sweep (a
    /// timer every ten minutes) tries again.
    /// </summary>
    public sealed record Waiting(SubmissionId For) : SubmissionPurgeOutcome;
}

/// <summary>
/// Removes workbook, problems, records and file name from the submissions that contain the data to be purged. Their rows in the table of
/// submissions stay, so that the history shows the purge. If the department's current submission is purged, a new one without the data
/// replaces it. Also deletes all stored checks of the department and year, because their workbooks may contain the data.
/// </summary>
public sealed class SubmissionPurge(
    SubmissionStore submissions,
    RecordStore records,
    CurrentStore current,
    CheckStore checks,
    AffectedSubmissions affectedSubmissions,
    PurgedReplacement replacement,
    ReviewPurge reviews,
    RecordNumbers numbers,
    SubmissionEnds ends)
{
    /// <summary>Whether the submission or record exists and is not purged yet.</summary>
    public async Task<bool> IsKnownAsync(string what, CancellationToken cancellation) =>
        (await affectedSubmissions.FindAsync(what, cancellation)).Count > 0;

    /// <summary>
    /// Removes the content (such as workbook, records and file name) of all submissions that contain the data to be purged, and the
    /// comments, messages and reasons in reviews that may quote the data. Idempotent: after a crash, the method can run again.
    /// </summary>
    public async Task<SubmissionPurgeOutcome> RunAsync(Purge purge, CancellationToken cancellation)
    {
        if (await UnderWayAsync(purge, cancellation) is { } underWay)
            return new SubmissionPurgeOutcome.Waiting(underWay.Id);
        var affected = await affectedSubmissions.FindAsync(purge.What, cancellation);
        foreach (var department in affected.Select(s => s.Id.Department).Distinct())
            await numbers.KeepAsync(department, cancellation);
        // The reviews are purged before the submissions: if the process crashes in between, the next run still finds the submissions and,
        // through them, the reviews.
        await reviews.RunAsync(purge.What, ReportsOf(affected), cancellation);
        foreach (var submission in affected)
        {
            if (!await TryEmptyAsync(submission, purge, cancellation))
                return new SubmissionPurgeOutcome.Waiting(submission.Id);
        }

        // Includes the submissions that an earlier, crashed run had marked as purged, because that run may not have removed their content.
        var purged = await affectedSubmissions.PurgedAsync(purge.What, cancellation);
        foreach (var submission in purged)
            await RemoveContentAsync(submission, cancellation);
        return new SubmissionPurgeOutcome.Emptied(purged);
    }

    /// <summary>
    /// Whether a submission that contains the data, or may contain it, was uploaded since the last <see cref="RunAsync"/>.
    /// </summary>
    public async Task<bool> WasUploadedAgainAsync(Purge purge, CancellationToken cancellation) =>
        await UnderWayAsync(purge, cancellation) is not null || (await affectedSubmissions.FindAsync(purge.What, cancellation)).Count > 0;

    // Returns a submission that is still being processed and may contain the data; null if there is none. Abandons submissions that can no
    // longer finish, so that they do not delay the purge forever.
    private async Task<Submission?> UnderWayAsync(Purge purge, CancellationToken cancellation)
    {
        var departments = await affectedSubmissions.DepartmentsAsync(purge.What, cancellation);
        foreach (var submission in (await submissions.UnfinishedAsync(cancellation)).Where(s => departments.Contains(s.Id.Department)))
        {
            if (!await ends.TryAbandonAsync(submission, cancellation))
                return submission;
        }

        return null;
    }

    internal static IEnumerable<DepartmentYear> ReportsOf(IEnumerable<Submission> affected) =>
        affected.Select(s => new DepartmentYear(s.Id.ReportingYear, s.Id.Department)).Distinct();

    /// <returns>False when another process has changed the submission in the meantime; the purge must be retried.</returns>
    private async Task<bool> TryEmptyAsync(Submission submission, Purge purge, CancellationToken cancellation)
    {
        var id = submission.Id;
        if (await current.FindAsync(id.ReportingYear, id.Department, cancellation) is { } pointer && pointer.Submission == id.Value
            && !await replacement.TryReplaceAsync(submission, pointer, purge, cancellation))
            return false;
        // The row is updated before the content is deleted, because all queries and the sweep, which resumes interrupted work, decide by
        // the state in the row.
        var emptied = submission with
        {
            State = SubmissionState.Purged,
            FileName = null,
            Counts = null,
            ProblemCount = 0,
            Readability = null
        };
        return await submissions.UpdateAsync(emptied, cancellation) is Written<Submission>;
    }

    private async Task RemoveContentAsync(SubmissionId submission, CancellationToken cancellation)
    {
        await submissions.RemoveFilesAsync(submission, cancellation);
        await records.RemoveAsync(submission.Value, cancellation);
        await checks.RemoveAllAsync(submission.ReportingYear, submission.Department, cancellation);
    }
}
