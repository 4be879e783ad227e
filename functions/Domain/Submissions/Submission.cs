namespace KawasakiServerless.Domain;

/// <summary>
/// The state of a submission (提出). Only an *accepted* one ever takes effect; *received* and *ready* are in progress, and the others are
/// final.
/// </summary>
public enum SubmissionState
{
    Received,
    Ready,
    Accepted,
    Rejected,
    Conflict,
    Abandoned,

    /// <summary>It contained data that should never have been uploaded; only this row is left.</summary>
    Purged,
}

/// <summary>One uploaded workbook: immutable except for its <see cref="State"/> and the results of the check.</summary>
/// <param name="Supersedes">The department's current submission when this one arrived; null for none.</param>
/// <param name="CurrentVersion">The version of the current pointer when this submission arrived; null if there was none.</param>
/// <param name="FileName">The file name that the clerk gave it; never published.</param>
public sealed record Submission(
    SubmissionId Id,
    SubmissionState State,
    string? FileName,
    string Sha256,
    long Size,
    DateTimeOffset UploadedAt,
    string UploadedBy,
    string? Supersedes,
    StoredVersion? CurrentVersion)
{
    public string? Layout { get; init; }

    public RecordCounts? Counts { get; init; }

    /// <summary>
    /// The number of records, including plain summaries; null before the check, and if an earlier version of the app checked it.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>
    /// The number of reading attempts that were started, without those that were cancelled. It is incremented before the reading, because
    /// the reading may crash the process.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>When the last attempt started; null for none.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When a process last started to work on it.</summary>
    public DateTimeOffset TakenUpAt => AttemptedAt ?? UploadedAt;

    public int ProblemCount { get; init; }

    /// <summary>Its findings by class; null before the check, and if an earlier version of the app checked it.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>
    /// The workbook's machine readability (機械可読性の点数); null if the workbook was not read, and if an earlier version of the app checked it.
    /// </summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし: the department declares, with or without a workbook, that it has nothing to report.</summary>
    public bool DeclaresNothing { get; init; }

    /// <summary>The coordinator submitted it on behalf of the department (取りまとめ担当の代行).</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>The trace of the upload (W3C traceparent), which ends with its publication; null if tracing is off.</summary>
    public string? Trace { get; init; }

    /// <summary>The highest 管理番号 ever assigned for the department, so that no number is assigned twice.</summary>
    public int LastNumber { get; init; }

    /// <summary>The submission that took effect instead, if this one ended in conflict.</summary>
    public string? Winner { get; init; }

    /// <summary>The submission is being abandoned; its audit entry may not be written and its records may not be deleted yet.</summary>
    public bool IsBeingAbandoned { get; init; }

    /// <summary>Whether the submission is final and changes only if it is purged.</summary>
    public bool HasEnded => State is not (SubmissionState.Received or SubmissionState.Ready) && !IsBeingAbandoned;

    public StoredVersion Version { get; init; }
}
