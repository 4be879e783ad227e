namespace KawasakiServerless.Domain;

/// <summary>An action that a user submitted with a form (送信).</summary>
/// <param name="Form">The id that was generated when the form was displayed. It is the same if the form is submitted twice, so the action
/// takes effect only once.</param>
/// <param name="Who">The user's name, as plain text.</param>
public sealed record ReviewAct(Guid Form, string Who, ReviewSide Side, DateTimeOffset When)
{
    public string Id => Form.ToString("N");
}

/// <summary>
/// The state of the report that the coordinator saw when deciding (画面に表示されていた内容). The decision is refused if the state has changed since.
/// </summary>
/// <param name="Submission">Id of the submission that the screen showed.</param>
/// <param name="Verdict">Id of the verdict that the screen showed; null for none.</param>
public sealed record SeenReport(string Submission, string? Verdict);

/// <summary>A comment on a section of the report, as the user typed it.</summary>
public sealed record TypedComment(ReportSection Section, string? Text);

/// <summary>An action that another user took after the current user opened the form (ほかの人の操作).</summary>
/// <param name="Who">The other user; null if an earlier version of the app did not record it.</param>
public sealed record ChangeByOther(ReviewLineKind Kind, string? Who, DateTimeOffset When, string Submission);

/// <summary>The outcome of an action on a review.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <param name="After">The resulting review.</param>
    /// <param name="Lines">The lines that are added to the timeline.</param>
    public sealed record Changed(Review After, EquatableList<ReviewLine> Lines) : ReviewOutcome;

    /// <summary>The same form was submitted before and has already taken effect.</summary>
    public sealed record AlreadyDone : ReviewOutcome;

    /// <summary>The department has no submission in effect.</summary>
    public sealed record NotSubmitted : ReviewOutcome;

    /// <summary>Another user has changed the report since it was displayed, so nothing was changed.</summary>
    public sealed record Overtaken(ChangeByOther Change) : ReviewOutcome;

    /// <summary>A text is missing or too long, so nothing was changed.</summary>
    public sealed record Refused(ReportSection? Section, TypedText Why) : ReviewOutcome;

    /// <summary>No open comment has this id.</summary>
    public sealed record NoSuchComment : ReviewOutcome;
}

/// <summary>
/// Decides on approving, sending back, closing comments and writing messages (承認・差戻し・コメントの完了・連絡), as pure functions of the report's
/// standing: its submission in effect together with its review.
/// </summary>
public static class ReviewDecisions
{
    public static ReviewOutcome Approve(ReportStanding standing, SeenReport seen, ReviewAct act) => ConflictOf(standing, seen) ?? Changed(
        standing.Review with { Verdict = VerdictOf(VerdictKind.Approved, seen, act), Comments = [] },
        Line(ReviewLineKind.Approved, act) with { Submission = seen.Submission });

    public static ReviewOutcome SendBack(ReportStanding standing, SeenReport seen, IReadOnlyList<TypedComment> comments, ReviewAct act)
    {
        if (ConflictOf(standing, seen) is { } conflict)
            return conflict;
        var read = comments.Select(c => (c.Section, Text: CommentText.Read(c.Text))).ToList();
        if (read.Find(c => c.Text is TypedText.TooLong) is { Text: { } tooLong } refused)
            return new ReviewOutcome.Refused(refused.Section, tooLong);
        var taken = read.Where(c => c.Text is TypedText.Taken).DistinctBy(c => c.Section);
        ReviewLine[] lines = [.. taken.Select(c => CommentOf(c.Section, (TypedText.Taken)c.Text, seen, act))];
        return lines.Length == 0 ? new ReviewOutcome.Refused(null, new TypedText.Empty()) : Changed(
            standing.Review with { Verdict = VerdictOf(VerdictKind.SentBack, seen, act), Comments = [.. lines.Select(CommentOf)] },
            [Line(ReviewLineKind.SentBack, act) with { Submission = seen.Submission }, .. lines]);
    }

    public static ReviewOutcome CloseComment(ReportStanding standing, string comment, ReviewAct act)
    {
        if (standing.OpenComments.FirstOrDefault(c => c.Id == comment) is not { } open)
            return new ReviewOutcome.NoSuchComment();
        var line = Line(ReviewLineKind.CommentClosed, act) with
        {
            Section = open.Section,
            About = comment,
            Submission = standing.Counting?.Id
        };
        return Changed(
            standing.Review with { Comments = [.. standing.Review.Comments.Select(c => c == open ? c with { IsOpen = false } : c)] }, line);
    }

    /// <param name="standing">The standing of the report. It may have no submission: a message can be written before the department
    /// submits.</param>
    /// <param name="section">The section; null for the report as a whole.</param>
    /// <param name="typed">The message.</param>
    /// <param name="act">The form, the user and the time.</param>
    public static ReviewOutcome Write(ReportStanding standing, ReportSection? section, string? typed, ReviewAct act) =>
        CommentText.Read(typed) switch
        {
            TypedText.Taken(var text, _) => Changed(
                standing.Review,
                Line(ReviewLineKind.Message, act) with { Section = section, Text = text, Submission = standing.Counting?.Id }),
            var why => new ReviewOutcome.Refused(section, why),
        };

    /// <summary>
    /// Returns why the coordinator cannot decide on the displayed submission; null if the displayed state is still current.
    /// </summary>
    public static ReviewOutcome? ConflictOf(ReportStanding standing, SeenReport seen) => standing switch
    {
        { Counting: null } => new ReviewOutcome.NotSubmitted(),
        { Counting: { } counting } when counting.Id != seen.Submission => new ReviewOutcome.Overtaken(
            counting.AsChange() with { Who = standing.SubmittedBy }),
        { CurrentVerdict: { } verdict } when verdict.Id != seen.Verdict => new ReviewOutcome.Overtaken(new(
            verdict.Kind == VerdictKind.Approved ? ReviewLineKind.Approved : ReviewLineKind.SentBack, verdict.Who, verdict.When,
            verdict.Submission)),
        _ => null,
    };

    /// <summary>Returns the action by which a submission came into effect, for a user who has not seen it.</summary>
    public static ChangeByOther AsChange(this CountingSubmission counting) => new(
        counting.DeclaresNothing ? ReviewLineKind.NothingDeclared : ReviewLineKind.Submitted, counting.Who, counting.SubmittedAt,
        counting.Id);

    /// <summary>Returns the message that is shown to a user whose action was refused because another user's action came first.</summary>
    public static string Describe(this ChangeByOther change) =>
        $"{(change.Who is { } who ? $"{who}さん" : "ほかの方")}の操作（{change.Kind.Label()}）が先に行われました。内容を確かめてから、もう一度お試しください。";

    private static ReviewOutcome.Changed Changed(Review after, params ReviewLine[] lines) =>
        new(after with { Last = new(lines[0].Id, lines[0].Kind, lines[0].Who, lines[0].When) }, [.. lines]);

    private static ReviewLine Line(ReviewLineKind kind, ReviewAct act) => new(act.Id, kind, act.Who, act.When) { Side = act.Side };

    private static ReviewLine CommentOf(ReportSection section, TypedText.Taken typed, SeenReport seen, ReviewAct act) =>
        Line(ReviewLineKind.Comment, act) with
        {
            Id = $"{act.Id}-{section}",
            Section = section,
            Text = typed.Text,
            Submission = seen.Submission
        };

    private static ReviewComment CommentOf(ReviewLine line) =>
        new(line.Id, line.Section!.Value, CommentText.ExcerptOf(line.Text!), IsOpen: true);

    private static Verdict VerdictOf(VerdictKind kind, SeenReport seen, ReviewAct act) =>
        new(act.Id, kind, seen.Submission, act.Who, act.When);
}
