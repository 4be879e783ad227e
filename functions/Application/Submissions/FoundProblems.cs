using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Stores the problems of a submission and counts them by severity. Warnings that staff must confirm and have not confirmed yet are counted
/// separately.
/// </summary>
public sealed class FoundProblems(SubmissionStore submissions, ReviewStore reviews)
{
    public async Task<FindingTally> SaveAsync(SubmissionId id, EquatableList<Problem> problems, CancellationToken cancellation)
    {
        await submissions.SaveProblemsAsync(id, problems, cancellation);
        return await TallyAsync(id, problems, cancellation);
    }

    /// <summary>Adds notes to the records: the reasons that staff gave for unusual values and allowed to be published (公開する注記).</summary>
    /// <param name="report">The report that the workbook belongs to.</param>
    /// <param name="problems">The problems, with the ids of their records set.</param>
    /// <param name="records">The records of the same workbook.</param>
    /// <param name="cancellation">Cancels the reading of the confirmations, which contain the reasons.</param>
    public async Task<DepartmentRecords> WithNotesAsync(
        DepartmentYear report, IReadOnlyCollection<Problem> problems, DepartmentRecords records, CancellationToken cancellation) => problems
            .Any(p => p.MayHaveNote())
            ? records.WithNotes(problems.NotesFrom(await reviews.ConfirmationsAsync(report, cancellation)))
            : records;

    /// <summary>
    /// Counts the findings of a submission by severity, and separately those that staff must confirm and have not confirmed yet.
    /// </summary>
    public async Task<FindingTally> TallyAsync(SubmissionId id, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Tally(problems.Any(p => p.AsksForConfirmation)
            ? await reviews.ConfirmationsAsync(new(id.ReportingYear, id.Department), cancellation)
            : []);
}
