namespace KawasakiServerless.Domain;

/// <summary>What a person wrote about a report (書かれた文): a comment, a message, or the reason of a confirmation.</summary>
/// <param name="Kind">連絡, 差戻しのコメント, 確認.</param>
public sealed record WrittenText(string Kind, string Who, DateTimeOffset When, string Text);

/// <summary>
/// Takes what people wrote about a department's report out of its review (連絡・コメント・理由の抹消), as pure functions. Who did what, and when,
/// stays. What was purged before is left out, so that a purge may be repeated.
/// </summary>
public static class PurgedTexts
{
    /// <summary>What stands in the place of a text that was purged.</summary>
    public const string Mark = "（抹消されました）";

    /// <summary>The lines that have texts, without them.</summary>
    public static EquatableList<ReviewLine> WithoutTexts(this IEnumerable<ReviewLine> lines) =>
        [.. lines.Where(l => IsText(l.Text)).Select(l => l with { Text = Mark })];

    /// <summary>
    /// The confirmations whose reasons may tell of what is purged, without them: of a submission all of its department and year, of a
    /// record its own. A reason that is gone is published no more.
    /// </summary>
    /// <param name="confirmations">Of a department and a year.</param>
    /// <param name="what">The id of a submission, or a 管理番号.</param>
    public static EquatableList<Confirmation> WithoutReasons(this IEnumerable<Confirmation> confirmations, string what) =>
        [.. confirmations.Where(c => IsText(c.Reason) && IsMeant(c, what))
            .Select(c => c with { Reason = Mark, ReasonUse = ReasonUse.Internal })];

    /// <summary>The review without the beginnings of its comments; the same when it has none.</summary>
    public static Review WithoutTexts(this Review review) => review.Comments.All(c => c.Excerpt == Mark)
        ? review
        : review with { Comments = [.. review.Comments.Select(c => c with { Excerpt = Mark })] };

    /// <summary>
    /// The texts that a purge takes out, oldest first, each once: a reason stands in its confirmations and in the timeline.
    /// </summary>
    /// <param name="lines">Of a department and a year.</param>
    /// <param name="confirmations">Of the same.</param>
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
