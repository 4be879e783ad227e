using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>Determines what a purge would remove and what it would bring back, without changing anything (抹消するものの確認).</summary>
public sealed class PurgePlanner(
    AffectedSubmissions affectedSubmissions,
    PurgedReplacement replacement,
    RecordStore records,
    CurrentStore current,
    YearStore years,
    HoldStore holds,
    ReviewPurge reviews,
    SubmissionStore submissions)
{
    /// <returns>Null when no such submission or record exists, or when it is already purged.</returns>
    public async Task<PurgePlan?> PlanAsync(string what, CancellationToken cancellation)
    {
        var affected = await affectedSubmissions.FindAsync(what, cancellation);
        if (affected.Count == 0)
            return null;
        List<Record> meant = [];
        foreach (var submission in affected.Where(s => s.State == SubmissionState.Accepted))
            meant.AddRange((await records.ReadAsync(submission.Id.Value, cancellation)).All
                .Where(r => SubmissionId.TryParse(what, out _) || AffectedSubmissions.IsMeant(what, r)));
        List<PurgedReport> reports = [];
        foreach (var report in SubmissionPurge.ReportsOf(affected))
            reports.Add(await ReportAsync(report, affected, what, cancellation));
        return new(what, [.. affected], [.. meant.DistinctBy(r => r.Id)], [.. reports])
        {
            Texts = await reviews.PlanAsync(what, SubmissionPurge.ReportsOf(affected), cancellation),
            Hold = await holds.FindAsync(cancellation),
        };
    }

    /// <summary>
    /// Returns the earlier submission whose content became the report again when a submission was purged; null if none did, or if another
    /// submission has come into effect since.
    /// </summary>
    public async Task<ReturnedReport?> ReturnedAsync(Purge purge, CancellationToken cancellation)
    {
        if (!SubmissionId.TryParse(purge.What, out var id)
            || await current.FindAsync(id.ReportingYear, id.Department, cancellation) is not { } pointer
            || !SubmissionId.TryParse(pointer.Submission, out var counting)
            || await submissions.FindAsync(counting, cancellation) is not { IsPurgeReplacement: true } now || now.Supersedes != id.Value)
            return null;
        var purged = await submissions.FindAsync(id, cancellation);
        return purged is not null && await replacement.EarlierAsync(purged, cancellation) is { } earlier ? new(now, earlier) : null;
    }

    private async Task<PurgedReport> ReportAsync(
        DepartmentYear report, IReadOnlyList<Submission> affected, string what, CancellationToken cancellation)
    {
        var year = await years.FindAsync(report.Year, cancellation)
            ?? throw new InvalidDataException($"There are submissions of the year {report.Year}, which is not open.");
        var name = year.Register.FindDepartment(report.Department)?.Name ?? report.Department;
        var counting = (await current.FindAsync(report.Year, report.Department, cancellation))?.Submission;
        if (affected.FirstOrDefault(s => s.Id.Value == counting) is not { } purged)
            return new(report, name, new PurgedReportOutcome.Stays(counting), []);
        var remainder = await replacement.RemainderAsync(purged, what, cancellation);
        PurgedReportOutcome outcome = remainder switch
        {
            null => new PurgedReportOutcome.NothingRemains(),
            { Earlier: { } earlier } => new PurgedReportOutcome.EarlierReturns(earlier),
            _ => new PurgedReportOutcome.OthersRemain(remainder.Records.All.Count()),
        };
        var now = new DepartmentSubmission(
            report.Department, purged.Id.Value, default, await records.ReadAsync(purged.Id.Value, cancellation));
        var changes = DepartmentChanges.Between(
            report.Year, year.Register, now, now with { Records = remainder?.Records ?? DepartmentRecords.Of([]) });
        return new(report, name, outcome, changes.Records);
    }
}

/// <summary>A report that a purge brought back (抹消でふたたび有効になった報告).</summary>
/// <param name="Counting">The submission in effect, which the purge made.</param>
/// <param name="Earlier">The submission from which its content comes.</param>
public sealed record ReturnedReport(Submission Counting, Submission Earlier);
