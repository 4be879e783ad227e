namespace KawasakiServerless.Domain;

/// <summary>One line of the list of workbooks that a department uploaded for checking (点検の一覧の一行).</summary>
/// <param name="FileName">The name of the uploaded file; null if none was sent.</param>
/// <param name="Mend">Number of errors that the clerk must correct (直してください).</param>
/// <param name="Confirm">Number of warnings whose value the clerk must confirm (確認してください).</param>
/// <param name="Note">Number of findings that are for information only (参考).</param>
public sealed record StoredCheck(string Id, string? FileName, DateTimeOffset CheckedAt, string CheckedBy, int Mend, int Confirm, int Note)
{
    public DateTimeOffset ExpiresAt => CheckedAt + Check.Life;

    public static StoredCheck Of(Check check) => new(
        check.Id.Value,
        check.FileName,
        check.CheckedAt,
        CommentText.NameOf(check.CheckedBy),
        check.Problems.Count(FindingClass.Mend),
        check.Problems.Count(FindingClass.Confirm),
        check.Problems.Count(FindingClass.Note));
}
