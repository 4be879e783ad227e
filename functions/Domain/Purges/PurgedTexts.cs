namespace KawasakiServerless.Domain;

/// <summary>A text that a user wrote about a report (書かれた文): a comment, a message, or the reason of a confirmation.</summary>
/// <param name="Kind">連絡, 差戻しのコメント, 確認.</param>
public sealed record WrittenText(string Kind, string Who, DateTimeOffset When, string Text);

/// <summary>
/// Removes the texts that users wrote about a department's report from its review (連絡・コメント・理由の抹消), as pure functions. The facts of who did
/// what, and when, are kept. Texts that were purged before are omitted, so a purge is idempotent.
/// </summary>
public static class PurgedTexts
{
    /// <summary>The text that replaces a purged text.</summary>
    public const string Mark = "（抹消されました）";

    /// <summary>Returns the lines that have texts, with their texts removed.</summary>
    public static EquatableList<ReviewLine> WithoutTexts(this IEnumerable<ReviewLine> lines) =>
        [.. lines.Where(l => IsText(l.Text)).Select(l => l with { Text = Mark })];

    /// <summary>
    /// Returns the confirmations whose reasons may mention purged data, with their reasons removed: for a submission, all of its department
    /// and year; for a record, those of the record. A removed reason is no longer published.
    /// </summary>
    /// <param name="confirmations">The confirmations of a department and a year.</param>
    /// <param name="what">The id of a submission, or a 管理番号.</param>
    public static EquatableList<Confirmation> WithoutReasons(this IEnumerable<Confirmation> confirmations, string what) =>
        [.. confirmations.Where(c => IsText(c.Reason) && IsMeant(c, what))
            .Select(c => c with { Reason = Mark, ReasonUse = ReasonUse.Internal })];

    /// <summary>Returns the review with the excerpts of its comments removed; unchanged if they already are or there are none.</summary>
    public static Review WithoutTexts(this Review review) => review.Comments.All(c => c.Excerpt == Mark)
        ? review
        : review with { Comments = [.. review.Comments.Select(c => c with { Excerpt = Mark })] };

    /// <summary>
    /// Returns the texts that a purge removes, oldest first, without duplicates: a reason is stored both in its confirmations and in the
    /// timeline.
    /// </summary>
    /// <param name="lines">The lines of a department and a year.</param>
    /// <param name="confirmations">The confirmations of the same department and year.</param>
    /// <param name="what">The id of a submission, or a 管理番号.</param>
    public static EquatableList<WrittenText> Of(IEnumerable<ReviewLine> lines, IEnumerable<Confirmation> confirmations, string what) =>
    [
        .. lines.Where(l => IsText(l.Text)).Select(l => new WrittenText(l.Kind.Label(), l.Who, l.When, l.Text!))
            .Concat(confirmations.Where(c => IsText(c.Reason) && IsMeant(c, what))
                .Select(c => new WrittenText(ReviewLineKind.Confirmed.Label(), c.Who, c.When, c.Reason!)))
            .Distinct()
            .OrderBy(t => t.When),
    ];

    private static bool IsText(string? text) => text is not (null or Mark);

    private static bool IsMeant(Confirmation confirmation, string what) => SubmissionId.TryParse(what, out _)
        || (confirmation.Records ?? "").Split(' ').Any(id => id == what || id.StartsWith($"{what}-", StringComparison.Ordinal));
}
