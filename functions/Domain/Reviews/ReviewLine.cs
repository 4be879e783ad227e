namespace KawasakiServerless.Domain;

/// <summary>The kind of event that a line of the timeline records (経過の種類).</summary>
public enum ReviewLineKind
{
    /// <summary>Japanese term: 提出.</summary>
    Submitted,

    /// <summary>Japanese term: 該当なしの届出.</summary>
    NothingDeclared,

    /// <summary>抹消による置き換え: a purge emptied the submission in effect, and the app replaced it by what remained.</summary>
    PurgeReplaced,

    /// <summary>Japanese term: 承認.</summary>
    Approved,

    /// <summary>Japanese term: 差戻し.</summary>
    SentBack,

    /// <summary>差戻しのコメント: the coordinator's comment on one section of a report that was sent back.</summary>
    Comment,

    /// <summary>Japanese term: コメントの完了.</summary>
    CommentClosed,

    /// <summary>連絡: a message from the department or the coordinator.</summary>
    Message,

    /// <summary>確認: values that a warning asked about were confirmed.</summary>
    Confirmed,
}

/// <summary>A line of the timeline that both the department and the coordinator see (経過).</summary>
/// <param name="Id">For a line about a submission, the submission's id. Otherwise the id of the form with which the user acted, to which
/// the section of the report is appended if the line is a comment on a report that was sent back.</param>
public sealed record ReviewLine(string Id, ReviewLineKind Kind, string Who, DateTimeOffset When)
{
    public ReviewSide Side { get; init; }

    /// <summary>Id of the submission that the event concerns; null for none.</summary>
    public string? Submission { get; init; }

    /// <summary>The section of the report that the event concerns; null for the report as a whole.</summary>
    public ReportSection? Section { get; init; }

    /// <summary>The text of a comment or message, or the reason for a confirmation; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// For a closed comment, the id of the comment; for a confirmation of findings that all have the same code, that code; otherwise null.
    /// </summary>
    public string? About { get; init; }
}

/// <summary>Assembles the timeline of a department's report (経過).</summary>
public static class Timeline
{
    /// <summary>
    /// Returns the timeline, newest first. Its lines about submissions are derived from the accepted submissions, because only other events
    /// are stored as lines.
    /// </summary>
    public static IReadOnlyList<ReviewLine> Of(IEnumerable<Submission> history, IEnumerable<ReviewLine> lines)
    {
        var accepted = history.Where(s => s.State == SubmissionState.Accepted).Select(Of);
        return [.. accepted.Concat(lines).OrderByDescending(l => l.When).ThenByDescending(l => l.Id, StringComparer.Ordinal)];
    }

    /// <summary>Returns the comments and messages of one section, oldest first; null selects those about the report as a whole.</summary>
    public static IReadOnlyList<ReviewLine> Thread(this IEnumerable<ReviewLine> lines, ReportSection? section) =>
    [
        .. lines.Where(l => l.Kind is ReviewLineKind.Message or ReviewLineKind.Comment && l.Section == section)
            .OrderBy(l => l.When)
            .ThenBy(l => l.Id, StringComparer.Ordinal),
    ];

    public static string Label(this ReviewLineKind kind) => kind switch
    {
        ReviewLineKind.Submitted => "提出",
        ReviewLineKind.NothingDeclared => "該当なしの届出",
        ReviewLineKind.PurgeReplaced => "抹消による置き換え",
        ReviewLineKind.Approved => "承認",
        ReviewLineKind.SentBack => "差戻し",
        ReviewLineKind.Comment => "差戻しのコメント",
        ReviewLineKind.CommentClosed => "コメントの完了",
        ReviewLineKind.Message => "連絡",
        ReviewLineKind.Confirmed => "確認",
    };

    private static ReviewLine Of(Submission s) =>
        new(s.Id.Value, KindOf(s), s.UploadedBy, s.UploadedAt)
        {
            Submission = s.Id.Value,
            Side = s.IsOnBehalf || s.IsPurgeReplacement ? ReviewSide.Coordinator : ReviewSide.Department,
        };

    private static ReviewLineKind KindOf(Submission submission) => submission switch
    {
        { DeclaresNothing: true } => ReviewLineKind.NothingDeclared,
        { IsPurgeReplacement: true } => ReviewLineKind.PurgeReplaced,
        _ => ReviewLineKind.Submitted,
    };
}
