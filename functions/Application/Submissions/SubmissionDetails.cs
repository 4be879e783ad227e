using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>A submission with its problems and changes (提出の内容).</summary>
/// <param name="Changes">The changes from the previous submission; null when this submission was never current, or when it or the previous
/// one was purged.</param>
/// <param name="Counting">The id of the department's current submission; null if it has none.</param>
public sealed record SubmissionDetail(Submission Submission, IReadOnlyList<Problem> Problems, Changes? Changes, string? Counting)
{
    /// <summary>The reasons that this submission published as notes (公開する注記), if it is the department's current one.</summary>
    public EquatableList<PublishedNote> Notes { get; init; } = [];

    /// <summary>Whether the previous submission was purged, so that this one, which is not, cannot be compared with it.</summary>
    public bool IsPreviousPurged { get; init; }

    /// <summary>Whether this submission is the department's current one.</summary>
    public bool IsCounting => Submission.Id.Value == Counting;
}

/// <summary>Reads submissions for the screens of the staff portal.</summary>
public sealed class SubmissionDetails(
    SubmissionStore submissions, CurrentStore current, RecordStore records, FoundProblems found)
{
    /// <summary>Returns a department's submissions of a year, newest first, and the id of the current one.</summary>
    public async Task<(IReadOnlyList<Submission> Submissions, string? Counting)> HistoryAsync(
        FiscalYear year, string department, CancellationToken cancellation) =>
        (await submissions.HistoryAsync(year, department, cancellation),
            (await current.FindAsync(year, department, cancellation))?.Submission);

    /// <returns>Null when the submission does not exist.</returns>
    public async Task<SubmissionDetail?> FindAsync(SubmissionId id, ReportingYear year, CancellationToken cancellation)
    {
        if (await submissions.FindAsync(id, cancellation) is not { } submission)
            return null;
        var counting = (await current.FindAsync(id.ReportingYear, id.Department, cancellation))?.Submission;
        var problems = await submissions.ProblemsAsync(id, cancellation);
        var isPreviousPurged = submission.State == SubmissionState.Accepted && await IsPurgedAsync(submission.Supersedes, cancellation);
        var changes = isPreviousPurged ? null : await ChangesAsync(submission, year, cancellation);
        return new(submission, problems, changes, counting)
        {
            IsPreviousPurged = isPreviousPurged,
            Notes = id.Value == counting ? problems.NotesFrom(await found.ConfirmationsAsync(id, problems, cancellation)) : [],
        };
    }

    /// <returns>Null when the workbook was deleted from storage.</returns>
    public Task<ReadOnlyMemory<byte>?> OriginalAsync(SubmissionId id, CancellationToken cancellation) =>
        submissions.OriginalAsync(id, cancellation);

    private async Task<bool> IsPurgedAsync(string? submission, CancellationToken cancellation) =>
        SubmissionId.TryParse(submission, out var id)
        && await submissions.FindAsync(id, cancellation) is { State: SubmissionState.Purged };

    private async Task<Changes?> ChangesAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        if (submission.State != SubmissionState.Accepted)
            return null;
        var before = submission.Supersedes is { } earlier ? await ReportedAsync(submission.Id.Department, earlier, cancellation) : null;
        return DepartmentChanges.Between(
            year.Year, year.Register, before, await ReportedAsync(submission.Id.Department, submission.Id.Value, cancellation));
    }

    private async Task<DepartmentSubmission> ReportedAsync(string department, string id, CancellationToken cancellation) =>
        new(department, id, default, await records.ReadAsync(id, cancellation));
}
