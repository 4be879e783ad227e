namespace KawasakiServerless.Domain;

/// <summary>
/// The state of a submission (提出). Only a submission in the state *accepted* ever takes effect; in the states *received* and *ready* it is
/// in progress, and all other states are final.
/// </summary>
public enum SubmissionState
{
    Received,
    Ready,
    Accepted,
    Rejected,
    Conflict,
    Abandoned,

    /// <summary>
    /// The submission contained data that should never have been uploaded. Everything except the submission's row in the table was deleted.
    /// </summary>
    Purged,
}

/// <summary>
/// One submission: normally an uploaded workbook. A declaration that there is nothing to report may have no workbook; the replacement of a
/// purged submission has none. Unless the submission is purged, only the <see cref="State"/>, the results of the check and the data about
/// the processing, such as <see cref="Attempts"/>, change.
/// </summary>
/// <param name="Supersedes">Id of the submission that was in effect when this one arrived; null for none.</param>
/// <param name="CurrentVersion">The version that the department's current pointer (the row that names its submission in effect) had when
/// this submission arrived; null if there was no such row. The pointer is moved only if it still has this version.</param>
/// <param name="FileName">The name of the uploaded file; never published. Null if none was sent or if the submission was purged.</param>
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
    /// The number of records, including plain summaries; null before the check, or if a version of the app that did not store the number
    /// checked the workbook.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>
    /// The number of reading attempts that were started, without those that were cancelled. It is incremented before the reading, because
    /// the reading may crash the process.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>When the last attempt started; null for none.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When a process last started an attempt to read the workbook; the time of the upload if none did.</summary>
    public DateTimeOffset TakenUpAt => AttemptedAt ?? UploadedAt;

    public int ProblemCount { get; init; }

    /// <summary>
    /// How many findings the workbook has, by severity; null before the check, or if a version of the app that did not store them checked
    /// the workbook.
    /// </summary>
    public FindingTally? Findings { get; init; }

    /// <summary>
    /// The workbook's machine readability (機械可読性の点数); null if the workbook was not read or is not recognized as a report, or if a version
    /// of the app that computed no scores checked it.
    /// </summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし: the department declares, with or without a workbook, that it has nothing to report.</summary>
    public bool DeclaresNothing { get; init; }

    /// <summary>
    /// Whether the app made the submission from what remained when a purge emptied the department's current one (抹消による置き換え). Nobody
    /// submitted it, so it has no workbook.
    /// </summary>
    public bool IsPurgeReplacement => Size == 0 && !DeclaresNothing;

    /// <summary>Whether the coordinator submitted the workbook on behalf of the department (取りまとめ担当の代行).</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>
    /// The W3C traceparent of the upload, so that the trace also shows the publication of the submission; null if tracing is off.
    /// </summary>
    public string? Trace { get; init; }

    /// <summary>
    /// If an earlier version of the app checked the workbook: the highest number in the ids (管理番号) of the department's records, and its
    /// removed indicators, after this submission. Now each department has one row with its numbers.
    /// </summary>
    public AssignedNumbers Numbers { get; init; } = AssignedNumbers.None;

    /// <summary>
    /// If this submission ended in conflict, the id of the submission that took effect instead; null if there is none, or if this
    /// submission did not end in conflict.
    /// </summary>
    public string? Winner { get; init; }

    /// <summary>
    /// Whether the app has begun to abandon the submission because it cannot read or check its workbook. Abandoning may not have finished:
    /// the audit entry may still have to be written and the records deleted.
    /// </summary>
    public bool IsBeingAbandoned { get; init; }

    /// <summary>Whether the submission is final and changes only if it is purged.</summary>
    public bool HasEnded => State is not (SubmissionState.Received or SubmissionState.Ready) && !IsBeingAbandoned;

    public StoredVersion Version { get; init; }
}
