using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Application.Submissions;

/// <summary>The register and the current submissions of a year, at the time when a submission is processed.</summary>
public sealed record CountingReports(Register Register, IReadOnlyList<CurrentPointer> Pointers);

/// <summary>The earlier data with which a submission is compared.</summary>
/// <param name="Records">The records of the department's last report: the reporting year's current submission or, if there is none, the
/// previous year's records of the department and its predecessors.</param>
/// <param name="Numbers">The numbers in the ids (管理番号) of the department's records. They must not be assigned again.</param>
/// <param name="Room">Determines how many records the submission may contain, given the records of the other departments in the year's
/// report.</param>
public sealed record EarlierReport(DepartmentRecords Records, StoredNumbers Numbers, ReportCapacity Room)
{
    /// <summary>
    /// The 管理番号 that this department must not use, because another department already reports the records with these numbers in this
    /// reporting year. There are such numbers only after a department was split and its successors received the same records.
    /// </summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    /// <summary>Builds the request with which a workbook of the department is read.</summary>
    public WorkbookRequest RequestOf(ReportingYear year, string department) =>
        new(year.Register, year.Year, department) { Known = Records, Taken = Taken };

    /// <summary>
    /// Returns the problems of a workbook, plus one more if its records would make the year's report, which contains the records of all
    /// departments, too large.
    /// </summary>
    public EquatableList<Problem> ProblemsOf(WorkbookReading reading)
    {
        var count = reading.Records.All.Count();
        return Room.Fits(count)
            ? reading.Problems
            : [SubmissionFindings.ReportTooLarge(Room.With(count), ReportLimits.Records), .. reading.Problems];
    }
}

/// <summary>Reads the earlier data with which a submission is compared.</summary>
public sealed class EarlierReports(
    SubmissionStore submissions, RecordStore records, RecordNumbers recordNumbers, PredecessorReports predecessors)
{
    /// <param name="id">The id of the submission that is being processed.</param>
    /// <param name="supersedes">The submission that was current when the new one was uploaded; null if there was none.</param>
    /// <param name="counting">The current submissions of the year.</param>
    /// <param name="cancellation">Cancellation takes effect between two reads.</param>
    public async Task<EarlierReport> FindAsync(
        SubmissionId id, string? supersedes, CountingReports counting, CancellationToken cancellation)
    {
        var room = await RoomAsync(id.Department, counting.Pointers, cancellation);
        var taken = await predecessors.TakenAsync(counting.Register, id.Department, counting.Pointers, cancellation);
        var numbers = await recordNumbers.FindAsync(id.Department, cancellation);
        if (supersedes is not null)
            return new(await records.ReadAsync(supersedes, cancellation), numbers, room) { Taken = taken };
        var before = await predecessors.FindAsync(counting.Register, id.ReportingYear, id.Department, cancellation);
        return new(before.Without(taken), numbers, room) { Taken = taken };
    }

    public async Task<Submission?> SubmissionAsync(string id, CancellationToken cancellation) =>
        SubmissionId.TryParse(id, out var parsed) ? await submissions.FindAsync(parsed, cancellation) : null;

    private async Task<ReportCapacity> RoomAsync(string department, IReadOnlyList<CurrentPointer> counting, CancellationToken cancellation)
    {
        var sizes = await Task.WhenAll(counting.Select(async p => (p.Department, Records: await RecordsOfAsync(p, cancellation))));
        var before = sizes.Where(s => s.Department == department).Sum(s => s.Records);
        return new(sizes.Sum(s => s.Records) - before, before);
    }

    // A pointer that an earlier version of the app wrote does not contain the number of records. The number is then taken from the counts
    // in the row of the submission, which leave out only the plain summaries (PlainSummary).
    private async Task<int> RecordsOfAsync(CurrentPointer pointer, CancellationToken cancellation) =>
        pointer.Records ?? (await SubmissionAsync(pointer.Submission, cancellation))?.Counts?.Total() ?? 0;
}
