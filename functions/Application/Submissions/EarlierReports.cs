using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Application.Submissions;

/// <summary>The register and the current submissions of a year at the time when a submission arrives.</summary>
public sealed record CountingReports(Register Register, IReadOnlyList<CurrentPointer> Pointers);

/// <summary>The earlier data that a submission is checked against.</summary>
/// <param name="Records">The records of the department's last report: this year's or, including its predecessors' records, last
/// year's.</param>
/// <param name="LastNumber">The highest 管理番号 that was ever assigned to the department.</param>
/// <param name="Room">The room that the other departments' records leave in the year's report.</param>
public sealed record EarlierReport(DepartmentRecords Records, int LastNumber, ReportRoom Room)
{
    /// <summary>管理番号 that another successor of the same predecessor reports this year.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    /// <summary>Builds the request for reading a workbook of the department.</summary>
    public WorkbookRequest RequestOf(ReportingYear year, string department) =>
        new(year.Register, year.Year, department) { Known = Records, Taken = Taken };

    /// <summary>
    /// The problems of a workbook, including the one that the year's report becomes too large together with the other departments' records.
    /// </summary>
    public EquatableList<Problem> ProblemsOf(WorkbookReading reading)
    {
        var count = reading.Records.All.Count();
        return Room.Fits(count)
            ? reading.Problems
            : [SubmissionFindings.ReportTooLarge(Room.With(count), ReportLimits.Records), .. reading.Problems];
    }
}

/// <summary>Reads the reports that precede a submission.</summary>
public sealed class EarlierReports(SubmissionStore submissions, RecordStore records, PredecessorReports predecessors)
{
    /// <param name="id">The submission.</param>
    /// <param name="supersedes">The submission that was current when this one arrived; null for none.</param>
    /// <param name="counting">The current submissions of the year.</param>
    /// <param name="cancellation">Cancels between two reads.</param>
    public async Task<EarlierReport> FindAsync(
        SubmissionId id, string? supersedes, CountingReports counting, CancellationToken cancellation)
    {
        var room = await RoomAsync(id.Department, counting.Pointers, cancellation);
        var taken = await predecessors.TakenAsync(counting.Register, id.Department, counting.Pointers, cancellation);
        if (supersedes is not null)
        {
            var own = await records.ReadAsync(supersedes, cancellation);
            return new(own, await LastNumberAsync(supersedes, cancellation), room) { Taken = taken };
        }

        var before = await predecessors.FindAsync(counting.Register, id.ReportingYear, id.Department, cancellation);
        return new(before.Without(taken), before.Own is { } last ? await LastNumberAsync(last, cancellation) : 0, room) { Taken = taken };
    }

    public async Task<Submission?> SubmissionAsync(string id, CancellationToken cancellation) =>
        SubmissionId.TryParse(id, out var parsed) ? await submissions.FindAsync(parsed, cancellation) : null;

    private async Task<int> LastNumberAsync(string submission, CancellationToken cancellation) =>
        (await SubmissionAsync(submission, cancellation))?.LastNumber ?? 0;

    private async Task<ReportRoom> RoomAsync(string department, IReadOnlyList<CurrentPointer> counting, CancellationToken cancellation)
    {
        var sizes = await Task.WhenAll(counting.Select(async p => (p.Department, Records: await RecordsOfAsync(p, cancellation))));
        var before = sizes.Where(s => s.Department == department).Sum(s => s.Records);
        return new(sizes.Sum(s => s.Records) - before, before);
    }

    // A pointer that an earlier version of the app wrote does not contain the number. The submission's row does, except for plain
    // summaries.
    private async Task<int> RecordsOfAsync(CurrentPointer pointer, CancellationToken cancellation) =>
        pointer.Records ?? (await SubmissionAsync(pointer.Submission, cancellation))?.Counts?.Total() ?? 0;
}
