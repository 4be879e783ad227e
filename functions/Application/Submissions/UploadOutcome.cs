using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>An uploaded workbook.</summary>
public sealed record Upload(ReportingYear Year, Department Department, ReadOnlyMemory<byte> Workbook, string? FileName, string Who)
{
    /// <summary>The largest workbook that is accepted.</summary>
    public const int LimitMebibytes = 20;

    /// <summary>The id of the resulting submission, which makes sending it twice idempotent; null for a new id.</summary>
    public SubmissionId? Id { get; init; }

    /// <summary>The cells that were corrected in the portal.</summary>
    public EquatableList<CellChange> Edits { get; init; } = [];

    /// <summary>Whether the coordinator uploads on behalf of the department.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>Creates the row of the submission when it is received, if no submission was current before.</summary>
    public Submission ToSubmission(SubmissionId id, string sha256, DateTimeOffset now) =>
        new(id, SubmissionState.Received, FileName, sha256, Workbook.Length, now, Who, Supersedes: null,
            CurrentVersion: null)
        { IsOnBehalf = IsOnBehalf };
}

/// <summary>The outcome of an upload.</summary>
public abstract record UploadOutcome(Submission Submission)
{
    /// <summary>The submission is current now.</summary>
    public sealed record Accepted(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>The file is identical to that of the current submission.</summary>
    public sealed record Unchanged(Submission Submission) : UploadOutcome(Submission);

    /// <summary>The workbook has errors; the previous submission stays current.</summary>
    public sealed record Rejected(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>The reading did not finish, or the workbook is gone; the previous submission stays current.</summary>
    public sealed record Abandoned(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>Another process continues the submission.</summary>
    public sealed record TakenOver(Submission Submission) : UploadOutcome(Submission);

    /// <summary>The year is closed for submissions.</summary>
    /// <param name="Submission">The submission that would have been created; nothing is stored.</param>
    /// <param name="Closing">Who closed the year, and when.</param>
    public sealed record YearClosed(Submission Submission, YearClosing Closing) : UploadOutcome(Submission);

    /// <summary>Another upload for the department was accepted in the meantime.</summary>
    public sealed record Conflict(Submission Submission) : UploadOutcome(Submission);
}
