using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>Finds the submissions that contain the data to be purged.</summary>
public sealed class AffectedSubmissions(SubmissionStore submissions, RecordStore records, YearStore years)
{
    /// <summary>The department whose submission or record it is.</summary>
    public static string DepartmentOf(string what) => SubmissionId.TryParse(what, out var id) ? id.Department : what.Split('-')[0];

    /// <summary>Whether the record has the given 管理番号, or is an indicator of the initiative that has it.</summary>
    public static bool IsMeant(string what, Record record) =>
        record.Id == what || (record is Indicator indicator && indicator.Initiative == what);

    /// <param name="what">The id of a submission, or the 管理番号 of a record.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>Nothing if the submission does not exist or is already purged, or if no submission contains the record.</returns>
    public async Task<IReadOnlyList<Submission>> FindAsync(string what, CancellationToken cancellation)
    {
        if (SubmissionId.TryParse(what, out var id))
            return await submissions.FindAsync(id, cancellation) is { State: not SubmissionState.Purged } found ? [found] : [];
        List<Submission> affected = [];
        foreach (var year in await years.AllAsync(cancellation))
            affected.AddRange(
                await FindAsync(what, await submissions.HistoryAsync(year, DepartmentOf(what), cancellation), cancellation));
        return affected;
    }

    // Returns the accepted submissions whose records contain the data. A submission that was not accepted has no records to search, so it
    // is returned whenever an accepted submission of the same year contains the data. The submissions without records come first: after a
    // crash in between, the accepted submission through which they are found is not purged yet. A submission that ended as Conflict because
    // the submission that it was to supersede was purged is returned too.
    private async Task<IReadOnlyList<Submission>> FindAsync(
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

    /// <summary>Finds the department's submissions that are already purged, in all years.</summary>
    public async Task<IReadOnlyList<SubmissionId>> PurgedAsync(string department, CancellationToken cancellation)
    {
        List<SubmissionId> purged = [];
        foreach (var year in await years.AllAsync(cancellation))
            purged.AddRange((await submissions.HistoryAsync(year, department, cancellation)).Where(s => s.State == SubmissionState.Purged)
                .Select(s => s.Id));
        return purged;
    }

    private static bool IsWithoutRecords(Submission submission) =>
        submission.State is SubmissionState.Rejected or SubmissionState.Conflict or SubmissionState.Abandoned;
}
