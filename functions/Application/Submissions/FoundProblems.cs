using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Submissions;

/// <summary>Reads the confirmations that apply to the problems of a submission, and counts the problems by severity.</summary>
public sealed class FoundProblems(ReviewStore reviews)
{
    /// <summary>
    /// Returns the confirmations of the department, which may contain reasons that are to be published as notes (公開する注記). If no problem
    /// asks for a confirmation, nothing is read.
    /// </summary>
    public async Task<IReadOnlyList<Confirmation>> ConfirmationsAsync(
        SubmissionId id, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Any(p => p.AsksForConfirmation)
            ? await reviews.ConfirmationsAsync(new(id.ReportingYear, id.Department), cancellation)
            : [];

    /// <summary>
    /// Counts the findings of a submission by severity, and separately those that staff must confirm and have not confirmed yet.
    /// </summary>
    public async Task<FindingTally> TallyAsync(SubmissionId id, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Tally(await ConfirmationsAsync(id, problems, cancellation));
}
