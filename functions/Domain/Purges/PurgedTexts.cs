namespace KawasakiServerless.Domain;

/// <summary>A text that a user wrote about a report (書かれた文): a comment, a message, or the reason of a confirmation.</summary>
/// <param name="Kind">The label of the kind of text: 連絡, 差戻しのコメント or 確認.</param>
public sealed record WrittenText(string Kind, string Who, DateTimeOffset When, string Text);

/// <summary>
/// Replaces the texts that users wrote about a department's report by a placeholder (連絡・コメント・理由の抹消), as pure functions. Who wrote a text,
/// and when, is not removed. Each function skips texts that were already replaced, so a purge can be repeated.
/// </summary>
public static class PurgedTexts
{
    /// <summary>The text that replaces a purged text.</summary>
    public const string Mark = "（抹消されました）";

    /// <summary>
    /// Returns those lines of the report's timeline (経過) that have a text which is not replaced yet, with the text replaced.
    /// </summary>
    public static EquatableList<ReviewLine> WithoutTexts(this IEnumerable<ReviewLine> lines) =>
        [.. lines.Where(l => IsText(l.Text)).Select(l => l with { Text = Mark })];

    /// <summary>
    /// Returns the confirmations whose reasons may mention purged data; each reason is replaced and made internal. If a submission is
    /// purged, these are all confirmations; if a record is purged, only those of the record and, for an initiative, of its indicators, and
    /// those for which not all records of their cells are known, or none.
    /// Confirmations without a reason, or whose reason was already replaced, are left out.
    /// </summary>
    /// <param name="confirmations">All confirmations of a department for a reporting year.</param>
    /// <param name="what">The id of a submission, or the id (管理番号) of a record.</param>
    public static EquatableList<Confirmation> WithoutReasons(this IEnumerable<Confirmation> confirmations, string what) =>
        [.. confirmations.Where(c => IsText(c.Reason) && IsMeant(c, what))
            .Select(c => c with { Reason = Mark, ReasonUse = ReasonUse.Internal })];

    /// <summary>
    /// Returns the review with the excerpts of its comments replaced; the same review if it has no comments or all were replaced before.
    /// </summary>
    public static Review WithoutTexts(this Review review) => review.Comments.All(c => c.Excerpt == Mark)
        ? review
        : review with { Comments = [.. review.Comments.Select(c => c with { Excerpt = Mark })] };

    /// <summary>
    /// Returns the texts that a purge would replace, oldest first. A reason is stored both in its confirmations and in the timeline, but is
    /// returned once.
    /// </summary>
    /// <param name="lines">The lines of the timeline (経過) of a department's report.</param>
    /// <param name="confirmations">The confirmations of values in the same report.</param>
    /// <param name="what">The id of a submission, or the id (管理番号) of a record.</param>
    public static EquatableList<WrittenText> Of(IEnumerable<ReviewLine> lines, IEnumerable<Confirmation> confirmations, string what) =>
    [
        .. lines.Where(l => IsText(l.Text)).Select(l => new WrittenText(l.Kind.Label(), l.Who, l.When, l.Text!))
            .Concat(confirmations.Where(c => IsText(c.Reason) && IsMeant(c, what))
                .Select(c => new WrittenText(ReviewLineKind.Confirmed.Label(), c.Who, c.When, c.Reason!)))
            .Distinct()
            .OrderBy(t => t.When),
    ];

    private static bool IsText(string? text) => text is not (null or Mark);

    // The records of a confirmation end with the number of its cells that were not looked up, such as +12, if there are any. Without any
    // records, none of the cells that were looked up belongs to a record, or the finding is about the sheet or the workbook as a whole. In
    // all these cases the reason may be about the purged record, so it is purged as well.
    private static bool IsMeant(Confirmation confirmation, string what) => SubmissionId.TryParse(what, out _)
        || confirmation.Records is null
        || confirmation.Records.Split(' ')
            .Any(id => id == what || id is ['+', ..] || id.StartsWith($"{what}-", StringComparison.Ordinal));
}
