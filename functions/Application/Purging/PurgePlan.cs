using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Purging;

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
