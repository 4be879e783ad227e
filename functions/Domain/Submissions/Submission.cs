namespace KawasakiServerless.Domain;

/// <summary>
/// Where a submission (提出) stands. Only *accepted* ever counts; *received* and *ready* are under way, the others are ended.
/// </summary>
public enum SubmissionState
{
    Received,
    Ready,
    Accepted,
    Rejected,
    Conflict,
    Abandoned,

    /// <summary>It held what should never have been uploaded; only this row is left.</summary>
    Purged,
}

/// <summary>One uploaded workbook: immutable but for its <see cref="State"/> and what checking found.</summary>
/// <param name="Supersedes">The department's current submission when this one arrived; null when it had none.</param>
/// <param name="CurrentVersion">The version of the current pointer when this one arrived; null when there was none.</param>
/// <param name="FileName">As the clerk named it; never shown in public.</param>
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
    /// How many records it holds, plain summaries included; null before it was checked, and where an earlier version of the app checked
    /// it.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>
    /// How often its reading was begun and did not stop when it was told to. It is counted before the reading, which may kill the
    /// process.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>When the last of them began; null for none.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When a process last began to work on it.</summary>
    public DateTimeOffset TakenUpAt => AttemptedAt ?? UploadedAt;

    public int ProblemCount { get; init; }

    /// <summary>Its findings by class; null before it was checked, and where an earlier version of the app checked it.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>
    /// How machine-readable the workbook is (機械可読性の点数); null where nothing was read, and where an earlier version of the app checked it.
    /// </summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし: the department has nothing to report, with a workbook that says so or without one.</summary>
    public bool DeclaresNothing { get; init; }

    /// <summary>The coordinator sent it for the department (取りまとめ担当の代行).</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>The trace of the upload (W3C traceparent), which its publication ends; null where no traces are recorded.</summary>
    public string? Trace { get; init; }

    /// <summary>The highest 管理番号 the department was ever given, so that none is given twice.</summary>
    public int LastNumber { get; init; }

    /// <summary>The submission that won, when this one ended in conflict.</summary>
    public string? Winner { get; init; }

    /// <summary>It was given up; its audit line may not be written yet, nor its records removed.</summary>
    public bool IsBeingAbandoned { get; init; }

    /// <summary>Whether nothing of it changes any more, unless it is purged.</summary>
    public bool HasEnded => State is not (SubmissionState.Received or SubmissionState.Ready) && !IsBeingAbandoned;

    public StoredVersion Version { get; init; }
}
