using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>Finds the submissions that contain the data to be purged.</summary>
public sealed class AffectedSubmissions(SubmissionStore submissions, RecordStore records, YearStore years)
{
    /// <summary>Whether the record has the given 管理番号, or is an indicator of the initiative that has it.</summary>
    public static bool IsMeant(string what, Record record) =>
        record.Id == what || (record is Indicator indicator && indicator.Initiative == what);

    /// <param name="what">The id of a submission, or the 管理番号 of a record.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>An empty list if the submission does not exist or is already purged. For a record, the accepted submissions that contain it
    /// and the submissions without records that may contain it; empty if there are none.</returns>
    public async Task<IReadOnlyList<Submission>> FindAsync(string what, CancellationToken cancellation)
    {
        if (SubmissionId.TryParse(what, out var id))
            return await submissions.FindAsync(id, cancellation) is { State: not SubmissionState.Purged } found ? [found] : [];
        List<Submission> affected = [];
        foreach (var history in await HistoriesAsync(what, cancellation))
            affected.AddRange(await FindAsync(what, history, cancellation));
        return affected;
    }

    /// <summary>
    /// Lists the codes of the departments whose submissions may contain the data: that of the submission or of the 管理番号 and, because
    /// successors continue the records of a department under the same 管理番号, those of all departments that succeeded it in any year.
    /// </summary>
    public async Task<IReadOnlyList<string>> DepartmentsAsync(string what, CancellationToken cancellation)
    {
        if (SubmissionId.TryParse(what, out var id))
            return [id.Department];
        var code = what.Split('-')[0];
        var opened = await Task.WhenAll((await years.AllAsync(cancellation)).Select(year => years.FindAsync(year, cancellation)));
        return [.. opened.OfType<ReportingYear>().SelectMany(y => y.Register.HeirsOf(code)).Prepend(code)
            .Distinct(StringComparer.Ordinal)];
    }

    // Returns the accepted submissions whose records contain the data. A submission that was not accepted has no records to search, so it
    // is returned whenever an accepted submission of the same department and year contains the data. The submissions without records come
    // first: after a crash in between, the accepted submission through which they are found is not purged yet. A submission that ended as
    // Conflict because the submission that it was to supersede was purged is returned too.
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

    /// <summary>
    /// Finds the submissions, in all years, that are already purged and whose department may have submitted the data.
    /// </summary>
    public async Task<IReadOnlyList<SubmissionId>> PurgedAsync(string what, CancellationToken cancellation) =>
    [
        .. (await HistoriesAsync(what, cancellation)).SelectMany(history => history)
            .Where(s => s.State == SubmissionState.Purged).Select(s => s.Id),
    ];

    // Returns, for each year and each department that may have submitted the data, the department's submissions of the year.
    private async Task<IReadOnlyList<IReadOnlyList<Submission>>> HistoriesAsync(string what, CancellationToken cancellation)
    {
        var departments = await DepartmentsAsync(what, cancellation);
        List<IReadOnlyList<Submission>> histories = [];
        foreach (var year in await years.AllAsync(cancellation))
        {
            foreach (var department in departments)
                histories.Add(await submissions.HistoryAsync(year, department, cancellation));
        }

        return histories;
    }

    private static bool IsWithoutRecords(Submission submission) =>
        submission.State is SubmissionState.Rejected or SubmissionState.Conflict or SubmissionState.Abandoned;
}
