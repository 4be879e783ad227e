using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>A workbook that a person uploads, with its reporting year and department.</summary>
public sealed record Upload(ReportingYear Year, Department Department, ReadOnlyMemory<byte> Workbook, string? FileName, string Who)
{
    /// <summary>The size of the largest workbook that is accepted.</summary>
    public const int LimitMebibytes = 20;

    /// <summary>
    /// The id for the new submission; null to generate one. A workbook that was checked before is always submitted with the same id, so
    /// submitting it twice creates only one submission.
    /// </summary>
    public SubmissionId? Id { get; init; }

    /// <summary>
    /// The submission that was in effect when the workbook was checked. If another one is in effect now, nothing is submitted. Null if the
    /// workbook was not checked; it then replaces any submission.
    /// </summary>
    public SeenSubmission? Seen { get; init; }

    /// <summary>
    /// Whether the reasons that are published as notes (公開する注記) were changed since the current submission. The workbook is then submitted
    /// even if it is the same file.
    /// </summary>
    public bool ChangesNotes { get; init; }

    /// <summary>The cells that were corrected in the portal before the upload was submitted.</summary>
    public EquatableList<CellChange> Edits { get; init; } = [];

    /// <summary>Whether the coordinator uploads on behalf of the department.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>
    /// Creates the row of a newly received submission. If another submission is current, the caller must set Supersedes and CurrentVersion.
    /// </summary>
    public Submission ToSubmission(SubmissionId id, string sha256, DateTimeOffset now) =>
        new(id, SubmissionState.Received, FileName, sha256, Workbook.Length, now, Who, Supersedes: null,
            CurrentVersion: null)
        { IsOnBehalf = IsOnBehalf };
}

/// <summary>The submission in effect that was displayed to the person who submits (画面に表示されていた提出).</summary>
/// <param name="Id">Null if no submission was in effect.</param>
public sealed record SeenSubmission(string? Id)
{
    /// <summary>Whether the department's report is no longer the one that was displayed.</summary>
    public bool IsReplacedBy(CurrentPointer? now) => now?.Submission != Id;
}

/// <summary>The outcome of an upload.</summary>
public abstract record UploadOutcome(Submission Submission)
{
    /// <summary>The submission was accepted and is the department's current one.</summary>
    public sealed record Accepted(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>
    /// The file is identical to that of the current submission, or the department has already declared that it has nothing to report.
    /// </summary>
    public sealed record Unchanged(Submission Submission) : UploadOutcome(Submission);

    /// <summary>The workbook has errors; the previous submission stays current.</summary>
    public sealed record Rejected(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>The workbook could not be read or is missing; the previous submission stays current.</summary>
    public sealed record Abandoned(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>Another process is processing the submission.</summary>
    public sealed record TakenOver(Submission Submission) : UploadOutcome(Submission);

    /// <summary>The year is closed for submissions.</summary>
    /// <param name="Submission">The submission that would have been created; it was not stored.</param>
    /// <param name="Closing">The person who closed the year, and the time.</param>
    public sealed record YearClosed(Submission Submission, YearClosing Closing) : UploadOutcome(Submission);

    /// <summary>
    /// Before the submission was received, the department's report changed from the one that the person saw. Nothing was stored.
    /// </summary>
    /// <param name="Submission">The submission that would have been created; it was not stored.</param>
    /// <param name="Now">The submission that is in effect now; null for none.</param>
    public sealed record Overtaken(Submission Submission, CountingSubmission? Now) : UploadOutcome(Submission);

    /// <summary>Another upload of the department was accepted in the meantime, so this one is discarded.</summary>
    public sealed record Conflict(Submission Submission) : UploadOutcome(Submission);
}
