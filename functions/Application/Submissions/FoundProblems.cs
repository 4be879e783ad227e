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

    /// <summary>The findings of a submission by class, with what is confirmed now.</summary>
    public async Task<FindingTally> TallyAsync(SubmissionId id, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Tally(problems.Any(p => p.AsksForConfirmation)
            ? await reviews.ConfirmationsAsync(new(id.ReportingYear, id.Department), cancellation)
            : []);
}
