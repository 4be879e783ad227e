using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>A workbook as somebody sent it.</summary>
public sealed record Upload(ReportingYear Year, Department Department, ReadOnlyMemory<byte> Workbook, string? FileName, string Who)
{
    /// <summary>The largest workbook that is accepted.</summary>
    public const int LimitMebibytes = 20;

    /// <summary>
    /// The id that its submission is to have, where whoever sends it twice means one submission; null for an id of its own.
    /// </summary>
    public SubmissionId? Id { get; init; }

    /// <summary>Cells of it that were mended in the portal.</summary>
    public EquatableList<CellChange> Edits { get; init; } = [];

    /// <summary>The coordinator sends it for the department.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>Its row when it is received and nothing counted before.</summary>
    public Submission ToSubmission(SubmissionId id, string sha256, DateTimeOffset now) =>
        new(id, SubmissionState.Received, FileName, sha256, Workbook.Length, now, Who, Supersedes: null,
            CurrentVersion: null)
        { IsOnBehalf = IsOnBehalf };
}

/// <summary>What became of an upload.</summary>
public abstract record UploadOutcome(Submission Submission)
{
    /// <summary>It counts now.</summary>
    public sealed record Accepted(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>It is the file that counts already.</summary>
    public sealed record Unchanged(Submission Submission) : UploadOutcome(Submission);

    /// <summary>It has errors; what counted before still does.</summary>
    public sealed record Rejected(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>Its reading did not end, or its workbook is gone; what counted before still does.</summary>
    public sealed record Abandoned(Submission Submission, IReadOnlyList<Problem> Problems) : UploadOutcome(Submission);

    /// <summary>Another process goes on with it.</summary>
    public sealed record TakenOver(Submission Submission) : UploadOutcome(Submission);

    /// <summary>The year takes no submissions any more.</summary>
    /// <param name="Submission">What it would have been; nothing of it is stored.</param>
    /// <param name="Closing">Who closed the year, and when.</param>
    public sealed record YearClosed(Submission Submission, YearClosing Closing) : UploadOutcome(Submission);

    /// <summary>Another upload for the department was accepted meanwhile.</summary>
    public sealed record Conflict(Submission Submission) : UploadOutcome(Submission);
}
