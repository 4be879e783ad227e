using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Purging;

/// <summary>The data that a purge will remove (抹消の対象), and what becomes of the reports that contain it.</summary>
/// <param name="Submissions">The submissions from which the workbook, the problems, the records and the file name are removed.</param>
/// <param name="Records">The affected records of the accepted submissions, without duplicates of a 管理番号.</param>
/// <param name="Reports">What becomes of the report of each affected department and year.</param>
public sealed record PurgePlan(
    string What, EquatableList<Submission> Submissions, EquatableList<Record> Records, EquatableList<PurgedReport> Reports)
{
    /// <summary>
    /// The comments, messages and reasons for confirmations that are removed from reviews, report by report, and oldest first within each
    /// report.
    /// </summary>
    public EquatableList<WrittenText> Texts { get; init; } = [];

    /// <summary>The restore that prevents publications at present; null if there is none. The purge may lift it.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Whether a whole submission is purged, rather than a single record.</summary>
    public bool IsOfSubmission => SubmissionId.TryParse(What, out _);
}

/// <summary>What becomes of the report of a department and year when the data is purged.</summary>
/// <param name="Report">The department and the year.</param>
/// <param name="Department">The name of the department in that year; its code if the register does not contain it.</param>
/// <param name="Outcome">What becomes of the report.</param>
/// <param name="Changes">The difference between the report now and after the purge; empty if the report stays as it is.</param>
public sealed record PurgedReport(
    DepartmentYear Report, string Department, PurgedReportOutcome Outcome, EquatableList<RecordChange> Changes);

/// <summary>What becomes of a report (抹消のあとの報告).</summary>
public abstract record PurgedReportOutcome
{
    private PurgedReportOutcome()
    {
    }

    /// <summary>The submission in effect is not purged, so the report stays as it is.</summary>
    /// <param name="Counting">The id of the submission in effect; null for none.</param>
    public sealed record Stays(string? Counting) : PurgedReportOutcome;

    /// <summary>The other records of the submission in effect stay in effect.</summary>
    /// <param name="Records">How many records remain.</param>
    public sealed record OthersRemain(int Records) : PurgedReportOutcome;

    /// <summary>The content of an earlier submission becomes the report again.</summary>
    public sealed record EarlierReturns(Submission Earlier) : PurgedReportOutcome;

    /// <summary>There is no earlier submission: the department has not submitted.</summary>
    public sealed record NothingRemains : PurgedReportOutcome;
}
