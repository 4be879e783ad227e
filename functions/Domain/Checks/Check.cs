namespace KawasakiServerless.Domain;

/// <summary>A workbook that was uploaded to be checked (点検) and is no submission yet; it is kept for a day.</summary>
/// <param name="Submission">The id that its submission will have, so that submitting twice submits once.</param>
/// <param name="FileName">As the clerk named it.</param>
/// <param name="Supersedes">The submission that counted when it was checked; null for none.</param>
/// <param name="IsSameFile">It is the very file that counts.</param>
/// <param name="Changes">What it changes of that submission.</param>
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
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Cells that were mended in the portal since the clerk uploaded the workbook (直したセル).</summary>
    public EquatableList<CellChange> Edits { get; init; } = [];

    /// <summary>What of it can be mended in the portal.</summary>
    public Fixes Fixes { get; init; } = Fixes.None;

    /// <summary>How the workbook keeps the rules of machine readability; null when nothing was read.</summary>
    public WorkbookReadability? Readability { get; init; }

    public DateTimeOffset ExpiresAt => CheckedAt + Life;
}

/// <summary>What may be done with a check now.</summary>
public enum CheckState
{
    /// <summary>It can be submitted.</summary>
    Ready,

    /// <summary>直してください: it has errors.</summary>
    HasErrors,

    /// <summary>確認してください: values that ask are to be confirmed first.</summary>
    Unconfirmed,

    /// <summary>It was submitted, and counts or counted.</summary>
    Submitted,

    /// <summary>The very same file counts already.</summary>
    SameFile,

    /// <summary>Another submission counts since it was checked: the difference that was shown is no longer true.</summary>
    Overtaken,
}

public static class CheckDecisions
{
    /// <param name="check">Still kept.</param>
    /// <param name="counting">The submission that counts now; null for none.</param>
    /// <param name="unconfirmed">How many of its findings ask and nobody has confirmed.</param>
    public static CheckState StateOf(Check check, string? counting, int unconfirmed) => check switch
    {
        _ when counting == check.Submission.Value => CheckState.Submitted,
        _ when check.Problems.Any(p => p.Severity == Severity.Error) => CheckState.HasErrors,
        _ when counting != check.Supersedes => CheckState.Overtaken,
        { IsSameFile: true } => CheckState.SameFile,
        _ when unconfirmed > 0 => CheckState.Unconfirmed,
        _ => CheckState.Ready,
    };

    public static bool IsExpired(Check check, DateTimeOffset now) => now >= check.ExpiresAt;
}
