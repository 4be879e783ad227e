using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>The result of purging the submissions that contain the data to be purged.</summary>
public abstract record SubmissionPurgeOutcome
{
    private SubmissionPurgeOutcome()
    {
    }

    /// <param name="Purged">All purged submissions of the department, including those that earlier purges have emptied.</param>
    public sealed record Emptied(IReadOnlyList<SubmissionId> Purged) : SubmissionPurgeOutcome;

    /// <summary>
    /// A submission of the department that may contain the data is still being processed or was changed at the same time. The next sweep (a
    /// timer every ten minutes) tries again.
    /// </summary>
    public sealed record Waiting(SubmissionId For) : SubmissionPurgeOutcome;
}

/// <summary>The data that a purge will remove (抹消の対象).</summary>
/// <param name="Submissions">The submissions from which the workbook, the problems, the records and the file name are removed.</param>
/// <param name="Records">The affected records of the accepted submissions, without duplicates of a 管理番号.</param>
public sealed record PurgePlan(string What, EquatableList<Submission> Submissions, EquatableList<Record> Records)
{
    /// <summary>
    /// The comments, messages and reasons for confirmations that are removed from reviews, report by report, and oldest first within each
    /// report.
    /// </summary>
    public EquatableList<WrittenText> Texts { get; init; } = [];
}

/// <summary>
/// Removes workbook, problems, records and file name from the submissions that contain the data to be purged. Their rows in the table of
/// submissions stay, so that the history shows the purge. If the department's current submission is purged, a new one without the data
/// replaces it.
/// </summary>
public sealed class SubmissionPurge(
    SubmissionStore submissions,
    RecordStore records,
    CurrentStore current,
    YearStore years,
    CheckStore checks,
    ReviewPurge reviews,
    Acceptance acceptance,
    SubmissionEnds ends,
    TimeProvider time)
{
    // SHA-256 of zero bytes, stored for a submission without a workbook. No upload has this hash, because empty files are refused.
    private const string NoWorkbook = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Whether the submission or record exists and is not purged yet.</summary>
    public async Task<bool> IsKnownAsync(string what, CancellationToken cancellation)
    {
        if (SubmissionId.TryParse(what, out var id))
            return await submissions.FindAsync(id, cancellation) is { State: not SubmissionState.Purged };
        return (await AffectedAsync(what, cancellation)).Count > 0;
    }

    /// <summary>Determines what a purge would remove at present, without removing anything.</summary>
    /// <returns>Null when no such submission or record exists.</returns>
    public async Task<PurgePlan?> PlanAsync(string what, CancellationToken cancellation)
    {
        var affected = await AffectedAsync(what, cancellation);
        if (affected.Count == 0)
            return null;
        List<Record> meant = [];
        foreach (var submission in affected.Where(s => s.State == SubmissionState.Accepted))
            meant.AddRange((await records.ReadAsync(submission.Id.Value, cancellation)).All
                .Where(r => SubmissionId.TryParse(what, out _) || IsMeant(what, r)));
        return new(what, [.. affected],
            [.. meant.DistinctBy(r => r.Id)])
        { Texts = await reviews.PlanAsync(what, ReportsOf(affected), cancellation) };
    }

    /// <summary>
    /// Removes the content (such as workbook, records and file name) of all submissions that contain the data to be purged, and the
    /// comments, messages and reasons in reviews that may quote the data. Idempotent: after a crash, the method can run again.
    /// </summary>
    public async Task<SubmissionPurgeOutcome> RunAsync(Purge purge, CancellationToken cancellation)
    {
        if (await UnderWayAsync(purge, cancellation) is { } underWay)
            return new SubmissionPurgeOutcome.Waiting(underWay.Id);
        var affected = await AffectedAsync(purge.What, cancellation);
        // The reviews are purged before the submissions: if the process crashes in between, the next run still finds the submissions and,
        // through them, the reviews.
        await reviews.RunAsync(purge.What, ReportsOf(affected), cancellation);
        foreach (var submission in affected)
        {
            if (!await TryEmptyAsync(submission, purge, cancellation))
                return new SubmissionPurgeOutcome.Waiting(submission.Id);
        }

        // Includes the submissions that an earlier, crashed run had marked as purged, because that run may not have removed their content.
        var purged = await PurgedAsync(DepartmentOf(purge.What), cancellation);
        foreach (var submission in purged)
            await RemoveContentAsync(submission, cancellation);
        return new SubmissionPurgeOutcome.Emptied(purged);
    }

    /// <summary>
    /// Whether a submission that contains the data, or may contain it, was uploaded since the last <see cref="RunAsync"/>.
    /// </summary>
    public async Task<bool> WasUploadedAgainAsync(Purge purge, CancellationToken cancellation) =>
        await UnderWayAsync(purge, cancellation) is not null || (await AffectedAsync(purge.What, cancellation)).Count > 0;

    internal static string DepartmentOf(string what) => SubmissionId.TryParse(what, out var id) ? id.Department : what.Split('-')[0];

    internal static bool IsMeant(string what, Record record) =>
        record.Id == what || (record is Indicator indicator && indicator.Initiative == what);

    // Returns a submission of the department that is still being processed; null if there is none. Abandons submissions that can no longer
    // finish, so that they do not delay the purge forever.
    private async Task<Submission?> UnderWayAsync(Purge purge, CancellationToken cancellation)
    {
        var department = DepartmentOf(purge.What);
        foreach (var submission in (await submissions.UnfinishedAsync(cancellation)).Where(s => s.Id.Department == department))
        {
            if (!await ends.TryAbandonAsync(submission, cancellation))
                return submission;
        }

        return null;
    }

    private async Task<IReadOnlyList<Submission>> AffectedAsync(string what, CancellationToken cancellation)
    {
        if (SubmissionId.TryParse(what, out var id))
            return await submissions.FindAsync(id, cancellation) is { State: not SubmissionState.Purged } found ? [found] : [];
        List<Submission> affected = [];
        foreach (var year in await years.AllAsync(cancellation))
            affected.AddRange(
                await AffectedAsync(what, await submissions.HistoryAsync(year, DepartmentOf(what), cancellation), cancellation));
        return affected;
    }

    // Returns the accepted submissions whose records contain the data. A submission that was not accepted has no records to search, so it
    // is returned whenever an accepted submission of the same year contains the data. The submissions without records come first: after a
    // crash in between, the accepted submission through which they are found is not purged yet. A submission that ended as Conflict because
    // the submission that it was to supersede was purged is returned too.
    private async Task<IReadOnlyList<Submission>> AffectedAsync(
        string what, IReadOnlyList<Submission> history, CancellationToken cancellation)
    {
        var holding = new HashSet<SubmissionId>();
        foreach (var submission in history.Where(s => s.State == SubmissionState.Accepted))
        {
            if ((await records.ReadAsync(submission.Id.Value, cancellation)).All.Any(r => IsMeant(what, r)))
                holding.Add(submission.Id);
        }

        var purged = history.Where(s => s.State == SubmissionState.Purged).Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. history.Where(s => IsWithoutRecords(s)
                && (holding.Count > 0 || (s.State == SubmissionState.Conflict && s.Supersedes is { } earlier && purged.Contains(earlier)))),
            .. history.Where(s => holding.Contains(s.Id)),
        ];
    }

    private static IEnumerable<DepartmentYear> ReportsOf(IEnumerable<Submission> affected) =>
        affected.Select(s => new DepartmentYear(s.Id.ReportingYear, s.Id.Department)).Distinct();

    private static bool IsWithoutRecords(Submission submission) =>
        submission.State is SubmissionState.Rejected or SubmissionState.Conflict or SubmissionState.Abandoned;

    /// <returns>False when another process has changed the submission in the meantime; the purge must be retried.</returns>
    private async Task<bool> TryEmptyAsync(Submission submission, Purge purge, CancellationToken cancellation)
    {
        var id = submission.Id;
        if (await current.FindAsync(id.ReportingYear, id.Department, cancellation) is { } pointer && pointer.Submission == id.Value
            && !await TryReplaceAsync(submission, pointer, purge, cancellation))
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

    /// <returns>False when another process has taken over the replacement. The purged submission must not be emptied before its replacement
    /// is the current submission.</returns>
    private async Task<bool> TryReplaceAsync(Submission purged, CurrentPointer pointer, Purge purge, CancellationToken cancellation)
    {
        var id = purged.Id;
        if (await RemainderAsync(purged, purge, cancellation) is not { } remainder)
        {
            await current.RemoveAsync(id.ReportingYear, pointer, cancellation);
            return true;
        }

        var year = await years.FindAsync(id.ReportingYear, cancellation)
            ?? throw new InvalidDataException($"Submission {id} belongs to a year that is not open.");
        var now = time.GetUtcNow();
        var received = await submissions.AddAsync(
            new(SubmissionId.New(id.ReportingYear, id.Department, now), SubmissionState.Received, null, NoWorkbook, 0, now, purge.Who,
                id.Value, pointer.Version),
            cancellation);
        await records.WriteAgainAsync(received.Id.Value, remainder, cancellation);
        var @checked = received with
        {
            Layout = purged.Layout,
            Counts = remainder.Counts,
            Records = remainder.All.Count(),
            LastNumber = purged.LastNumber,
            Findings = new(0, 0, 0, 0),
        };
        // If the sweep, which resumes unfinished submissions, finds the replacement before its row is Ready, it abandons the replacement,
        // because there is no workbook to read. The next run of the purge then creates another replacement.
        if (await submissions.UpdateAsync(@checked with { State = SubmissionState.Ready }, cancellation)
            is not Written<Submission>(var ready))
            return false;
        return await acceptance.ResumeAsync(ready, year, cancellation) is not UploadOutcome.TakenOver;
    }

    /// <returns>The records of the replacement. If a record is purged: the other records of the submission. If a whole submission is
    /// purged: the records of the last accepted submission before it; null when there is none.</returns>
    private async Task<DepartmentRecords?> RemainderAsync(Submission purged, Purge purge, CancellationToken cancellation)
    {
        if (!purge.IsOfSubmission)
            return DepartmentRecords.Of(
                [.. (await records.ReadAsync(purged.Id.Value, cancellation)).All.Where(r => !IsMeant(purge.What, r))]);
        var before = purged;
        while (before.Supersedes is { } earlier && SubmissionId.TryParse(earlier, out var id)
            && await submissions.FindAsync(id, cancellation) is { } found)
        {
            if (found.State == SubmissionState.Accepted)
                return await records.ReadAsync(earlier, cancellation);
            before = found;
        }

        return null;
    }

    private async Task<IReadOnlyList<SubmissionId>> PurgedAsync(string department, CancellationToken cancellation)
    {
        List<SubmissionId> purged = [];
        foreach (var year in await years.AllAsync(cancellation))
            purged.AddRange((await submissions.HistoryAsync(year, department, cancellation)).Where(s => s.State == SubmissionState.Purged)
                .Select(s => s.Id));
        return purged;
    }

    private async Task RemoveContentAsync(SubmissionId submission, CancellationToken cancellation)
    {
        await submissions.RemoveFilesAsync(submission, cancellation);
        await records.RemoveAsync(submission.Value, cancellation);
        await checks.RemoveAllAsync(submission.ReportingYear, submission.Department, cancellation);
    }
}
