using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>Keeps what checking found, and counts it by class with what staff confirmed before.</summary>
public sealed class FoundProblems(SubmissionStore submissions, ReviewStore reviews)
{
    public async Task<FindingTally> SaveAsync(SubmissionId id, EquatableList<Problem> problems, CancellationToken cancellation)
    {
        await submissions.SaveProblemsAsync(id, problems, cancellation);
        return await TallyAsync(id, problems, cancellation);
    }

    /// <summary>The records of a workbook with the reasons that are published as notes (公開する注記).</summary>
    /// <param name="report">Whose it is.</param>
    /// <param name="problems">The problems, with their records named.</param>
    /// <param name="records">Of the same workbook.</param>
    /// <param name="cancellation">Stops before the confirmations are read.</param>
    public async Task<DepartmentRecords> WithNotesAsync(
        DepartmentYear report, IReadOnlyCollection<Problem> problems, DepartmentRecords records, CancellationToken cancellation) => problems
            .Any(p => p.MayHaveNote())
            ? records.WithNotes(problems.NotesFrom(await reviews.ConfirmationsAsync(report, cancellation)))
            : records;

    /// <summary>The findings of a submission by class, with what is confirmed now.</summary>
    public async Task<FindingTally> TallyAsync(SubmissionId id, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Tally(problems.Any(p => p.AsksForConfirmation)
            ? await reviews.ConfirmationsAsync(new(id.ReportingYear, id.Department), cancellation)
            : []);
}
