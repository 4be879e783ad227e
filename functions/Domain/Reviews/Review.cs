namespace KawasakiServerless.Domain;

/// <summary>What the coordinator decided about a submission (判断).</summary>
public enum VerdictKind
{
    Approved,
    SentBack,
}

/// <summary>
/// The coordinator's last decision about a report (取りまとめ担当の判断). It is about one submission; a later one is not decided about.
/// </summary>
/// <param name="Id">Of the form by which it was made.</param>
/// <param name="Submission">Id of the submission.</param>
public sealed record Verdict(string Id, VerdictKind Kind, string Submission, string Who, DateTimeOffset When);

/// <summary>A comment of the last sending back (差戻しのコメント), as the board needs it; its whole text is a line of the timeline.</summary>
/// <param name="Id">Of its line.</param>
public sealed record ReviewComment(string Id, ReportSection Section, string Excerpt, bool IsOpen);

/// <summary>Findings of a submission by class (指摘の件数).</summary>
/// <param name="Unconfirmed">Warnings that ask (確認してください) and that nobody has confirmed.</param>
/// <param name="Warnings">The other warnings.</param>
public sealed record FindingTally(int Errors, int Unconfirmed, int Warnings, int Infos);

/// <summary>The findings of one submission, counted after it came to count.</summary>
/// <param name="Who">Who submitted it.</param>
public sealed record CountedFindings(string Submission, FindingTally Tally, string? Who);

/// <summary>The last change of a review (最終更新).</summary>
/// <param name="Id">Of its line.</param>
public sealed record ReviewChange(string Id, ReviewLineKind Kind, string Who, DateTimeOffset When);

/// <summary>What department and coordinator have settled about a report in a year (報告の確認の状況).</summary>
public sealed record Review(string Department)
{
    /// <summary>Null as long as the coordinator decided nothing.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Those of the verdict; empty when it approves.</summary>
    public EquatableList<ReviewComment> Comments { get; init; } = [];

    /// <summary>Counted anew since something was confirmed, or where the submission itself does not say them.</summary>
    public CountedFindings? Findings { get; init; }

    /// <summary>When something was confirmed last.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public ReviewChange? Last { get; init; }
}

/// <summary>The submission of a department that counts (受付済みの提出), as far as reviews need it.</summary>
/// <param name="Who">Who submitted it; null where an earlier version of the app did not note it.</param>
public sealed record CountingSubmission(string Id, string? Who, DateTimeOffset SubmittedAt)
{
    /// <summary>該当なし.</summary>
    public bool DeclaresNothing { get; init; }

    /// <summary>As counted when it was checked; null where an earlier version of the app did not.</summary>
    public FindingTally? Findings { get; init; }
}

/// <summary>A department's report as it stands in a year (報告の状況): what counts, and what was settled about it.</summary>
/// <param name="Counting">Null when nothing counts.</param>
public sealed record ReportStanding(string Department, CountingSubmission? Counting, Review Review)
{
    /// <summary>
    /// Follows from the submission that counts, so that a new submission is 提出済 at once and nothing has to be written for it.
    /// </summary>
    public ReportState State => this switch
    {
        { Counting: null } => ReportState.NotSubmitted,
        { CurrentVerdict.Kind: VerdictKind.Approved } => ReportState.Approved,
        { CurrentVerdict.Kind: VerdictKind.SentBack } => ReportState.SentBack,
        { Counting.DeclaresNothing: true } => ReportState.NothingToReport,
        _ => ReportState.Submitted,
    };

    /// <summary>The decision about what counts; null when there is none.</summary>
    public Verdict? CurrentVerdict =>
        Counting is { } counting && Review.Verdict is { } verdict && verdict.Submission == counting.Id ? verdict : null;

    /// <summary>Until the department submits again, or the coordinator closes them.</summary>
    public IEnumerable<ReviewComment> OpenComments =>
        CurrentVerdict is { Kind: VerdictKind.SentBack } ? Review.Comments.Where(c => c.IsOpen) : [];

    /// <summary>Null when nothing counts, or nobody has counted yet.</summary>
    public FindingTally? Findings =>
        Review.Findings is { } counted && counted.Submission == Counting?.Id ? counted.Tally : Counting?.Findings;

    public string? SubmittedBy =>
        Counting is null ? null : Counting.Who ?? (Review.Findings?.Submission == Counting.Id ? Review.Findings.Who : null);

    /// <summary>The last change of either side; null when there was none.</summary>
    public (string? Who, DateTimeOffset When)? LastChange => (Counting, Review.Last) switch
    {
        (null, null) => null,
        ({ } counting, null) => (SubmittedBy, counting.SubmittedAt),
        (null, { } last) => (last.Who, last.When),
        var (counting, last) => last.When >= counting.SubmittedAt ? (last.Who, last.When) : (SubmittedBy, counting.SubmittedAt),
    };

    /// <summary>Whether what the review says of the findings may lag behind what was confirmed, or nobody has counted them.</summary>
    public bool HasStaleFindings => Counting is { } counting && Review.Findings?.Submission != counting.Id
        && (counting.Findings is null || Review.ConfirmedAt >= counting.SubmittedAt);
}
