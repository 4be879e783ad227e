namespace KawasakiServerless.Domain;

/// <summary>
/// A workbook that a clerk uploaded for checking (点検) before submitting it, with the results of the check. A check expires after 24 hours.
/// </summary>
/// <param name="Submission">The id that the submission will have. It is fixed when the workbook is checked, so that submitting the check
/// twice creates one submission.</param>
/// <param name="FileName">The name of the uploaded file; null if none was sent.</param>
/// <param name="Supersedes">Id of the submission that was in effect when the workbook was checked; null for none.</param>
/// <param name="IsSameFile">Whether the file is identical to the workbook of the submission in effect.</param>
/// <param name="Changes">The differences between this workbook and the submission that it would supersede.</param>
public sealed record Check(
    CheckId Id,
    SubmissionId Submission,
    string? FileName,
    string Sha256,
    long Size,
    DateTimeOffset CheckedAt,
    string CheckedBy,
    string? Supersedes,
    bool IsSameFile,
    RecordCounts Counts,
    EquatableList<Problem> Problems,
    Changes Changes)
{
    /// <summary>
    /// How long after <see cref="CheckedAt"/> a check can be opened and submitted. Correcting cells in the portal creates a new check.
    /// </summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Cells that were corrected in the portal since the clerk uploaded the workbook (直したセル).</summary>
    public EquatableList<CellChange> Edits { get; init; } = [];

    /// <summary>The corrections that the portal offers for the workbook's findings.</summary>
    public Fixes Fixes { get; init; } = Fixes.None;

    /// <summary>
    /// The rules of machine readability that the workbook breaks, with its scores; null if it could not be read or is not recognized as a
    /// report.
    /// </summary>
    public WorkbookReadability? Readability { get; init; }

    public DateTimeOffset ExpiresAt => CheckedAt + Life;
}

/// <summary>The state of a check, which determines what the clerk can do with it.</summary>
public enum CheckState
{
    /// <summary>The check can be submitted.</summary>
    Ready,

    /// <summary>直してください: the workbook has errors.</summary>
    HasErrors,

    /// <summary>確認してください: some values must be confirmed before the workbook can be submitted.</summary>
    Unconfirmed,

    /// <summary>The check was submitted, and its submission is in effect.</summary>
    Submitted,

    /// <summary>
    /// The check was submitted, but its submission is no longer in effect, because another one has come into effect or it was purged.
    /// </summary>
    Superseded,

    /// <summary>The workbook is identical to that of the submission in effect, so there is nothing to submit.</summary>
    SameFile,

    /// <summary>Another submission has come into effect since the check, so the displayed differences are outdated.</summary>
    Overtaken,
}

public static class CheckDecisions
{
    /// <param name="check">A check that has not expired.</param>
    /// <param name="counting">Id of the submission that is in effect now; null for none.</param>
    /// <param name="submitted">The submission of the check; null if the check was not submitted.</param>
    /// <param name="unconfirmed">The number of the check's findings that ask for confirmation and are not confirmed yet.</param>
    public static CheckState StateOf(Check check, string? counting, Submission? submitted, int unconfirmed) => check switch
    {
        _ when counting == check.Submission.Value => CheckState.Submitted,
        _ when submitted is { State: SubmissionState.Accepted or SubmissionState.Purged } => CheckState.Superseded,
        _ when check.Problems.Any(p => p.Severity == Severity.Error) => CheckState.HasErrors,
        _ when counting != check.Supersedes => CheckState.Overtaken,
        { IsSameFile: true } => CheckState.SameFile,
        _ when unconfirmed > 0 => CheckState.Unconfirmed,
        _ => CheckState.Ready,
    };

    public static bool IsExpired(Check check, DateTimeOffset now) => now >= check.ExpiresAt;
}
