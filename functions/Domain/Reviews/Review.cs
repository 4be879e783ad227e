namespace KawasakiServerless.Domain;

/// <summary>The coordinator's decision on a submission (判断).</summary>
public enum VerdictKind
{
    Approved,
    SentBack,
}

/// <summary>
/// The coordinator's last decision on a report (取りまとめ担当の判断). It applies to one submission only; when the department submits again, the
/// coordinator has to decide again.
/// </summary>
/// <param name="Id">Id of the form with which the decision was made.</param>
/// <param name="Submission">Id of the submission to which the decision applies.</param>
public sealed record Verdict(string Id, VerdictKind Kind, string Submission, string Who, DateTimeOffset When);

/// <summary>
/// A comment that the coordinator wrote when the report was last sent back (差戻しのコメント). It contains only what the board (the coordinator's
/// overview of all reports) shows; the full text is in a <see cref="ReviewLine"/> of the timeline.
/// </summary>
/// <param name="Id">Id of the <see cref="ReviewLine"/> that contains the full text.</param>
public sealed record ReviewComment(string Id, ReportSection Section, string Excerpt, bool IsOpen);

/// <summary>How many findings a submission has, by severity (指摘の件数).</summary>
/// <param name="Unconfirmed">Warnings that ask for confirmation (確認してください) and are not yet confirmed.</param>
/// <param name="Warnings">All other warnings.</param>
public sealed record FindingTally(int Errors, int Unconfirmed, int Warnings, int Infos)
{
    /// <summary>The findings that ask nothing of the clerk, or nothing any more: those for information (参考) and confirmed values.</summary>
    public int Settled => Warnings + Infos;
}

/// <summary>How many findings a submission has, counted after it came into effect and stored with the review.</summary>
/// <param name="Who">The user who made the submission; null if not recorded.</param>
public sealed record CountedFindings(string Submission, FindingTally Tally, string? Who);

/// <summary>The last action that changed a review (最終更新).</summary>
/// <param name="Id">Id of the <see cref="ReviewLine"/> that records the change.</param>
public sealed record ReviewChange(string Id, ReviewLineKind Kind, string Who, DateTimeOffset When);

/// <summary>The state of the review of a department's report in a year (報告の確認の状況).</summary>
public sealed record Review(string Department)
{
    /// <summary>The coordinator's last decision; null if there has been none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>
    /// The comments with which the coordinator last sent the report back; empty if the last decision is an approval or if there has been no
    /// decision.
    /// </summary>
    public EquatableList<ReviewComment> Comments { get; init; } = [];

    /// <summary>
    /// The last count of a submission's findings that was made after a confirmation, or because no count was stored with the submission;
    /// null if there was none. The count may belong to an earlier submission than the one in effect.
    /// </summary>
    public CountedFindings? Findings { get; init; }

    /// <summary>When a value of the report was last confirmed; null if none was.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public ReviewChange? Last { get; init; }
}

/// <summary>The submission of a department that is in effect (受付済みの提出), with only the properties that reviews need.</summary>
/// <param name="Who">The user who submitted it; null if an earlier version of the app did not record it.</param>
public sealed record CountingSubmission(string Id, string? Who, DateTimeOffset SubmittedAt)
{
    /// <summary>該当なし: the department declared that it has nothing to report.</summary>
    public bool DeclaresNothing { get; init; }

    /// <summary>How many findings the workbook had when it was checked; null if an earlier version of the app did not count them.</summary>
    public FindingTally? Findings { get; init; }
}

/// <summary>The standing of a department's report in a year (報告の状況): the submission in effect together with the review.</summary>
/// <param name="Counting">The submission in effect; null for none.</param>
public sealed record ReportStanding(string Department, CountingSubmission? Counting, Review Review)
{
    /// <summary>
    /// The state of the report. It is derived from the submission in effect, so that a new submission changes the state immediately,
    /// without a second write to storage.
    /// </summary>
    public ReportState State => this switch
    {
        { Counting: null } => ReportState.NotSubmitted,
        { CurrentVerdict.Kind: VerdictKind.Approved } => ReportState.Approved,
        { CurrentVerdict.Kind: VerdictKind.SentBack } => ReportState.SentBack,
        { Counting.DeclaresNothing: true } => ReportState.NothingToReport,
        _ => ReportState.Submitted,
    };

    /// <summary>
    /// The coordinator's decision on the submission in effect; null if no submission is in effect or it has not been decided on.
    /// </summary>
    public Verdict? CurrentVerdict =>
        Counting is { } counting && Review.Verdict is { } verdict && verdict.Submission == counting.Id ? verdict : null;

    /// <summary>
    /// If the report is sent back, the comments that are not closed yet; empty as soon as the department submits again.
    /// </summary>
    public IEnumerable<ReviewComment> OpenComments =>
        CurrentVerdict is { Kind: VerdictKind.SentBack } ? Review.Comments.Where(c => c.IsOpen) : [];

    /// <summary>
    /// How many findings the submission in effect has; null if no submission is in effect or its findings have not been counted yet.
    /// </summary>
    public FindingTally? Findings =>
        Review.Findings is { } counted && counted.Submission == Counting?.Id ? counted.Tally : Counting?.Findings;

    public string? SubmittedBy =>
        Counting is null ? null : Counting.Who ?? (Review.Findings?.Submission == Counting.Id ? Review.Findings.Who : null);

    /// <summary>The user and the time of the last change, be it a submission or a change of the review; null if there was none.</summary>
    public (string? Who, DateTimeOffset When)? LastChange => (Counting, Review.Last) switch
    {
        (null, null) => null,
        ({ } counting, null) => (SubmittedBy, counting.SubmittedAt),
        (null, { } last) => (last.Who, last.When),
        var (counting, last) => last.When >= counting.SubmittedAt ? (last.Who, last.When) : (SubmittedBy, counting.SubmittedAt),
    };

    /// <summary>
    /// Whether the findings of the submission in effect must be counted again: the review contains no count for this submission, and either
    /// no count is stored with the submission, or the department confirmed a value after it was submitted.
    /// </summary>
    public bool HasStaleFindings => Counting is { } counting && Review.Findings?.Submission != counting.Id
        && (counting.Findings is null || Review.ConfirmedAt >= counting.SubmittedAt);
}
