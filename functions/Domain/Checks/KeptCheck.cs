namespace KawasakiServerless.Domain;

/// <summary>What a list of checks says of one (点検の一覧の一行).</summary>
/// <param name="FileName">As the clerk named it; null when it had no name.</param>
/// <param name="Mend">Findings of the class 直してください.</param>
/// <param name="Confirm">Of 確認してください.</param>
/// <param name="Note">Of 参考.</param>
public sealed record KeptCheck(string Id, string? FileName, DateTimeOffset CheckedAt, string CheckedBy, int Mend, int Confirm, int Note)
{
    public DateTimeOffset ExpiresAt => CheckedAt + Check.Life;

    public static KeptCheck Of(Check check) => new(
        check.Id.Value,
        check.FileName,
        check.CheckedAt,
        CommentText.NameOf(check.CheckedBy),
        check.Problems.Count(FindingClass.Mend),
        check.Problems.Count(FindingClass.Confirm),
        check.Problems.Count(FindingClass.Note));
}
