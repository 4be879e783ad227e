namespace KawasakiServerless.Domain.Tests.Reviews;

/// <summary>Sample values for tests: the standing of one department's report in each state that it can have in a year.</summary>
internal static class Standing
{
    public const string Department = "zaisei", First = "2018-zaisei-20180801T120000000-aaaaaa",
        Second = "2018-zaisei-20180802T120000000-bbbbbb";

    public static DateTimeOffset Noon { get; } = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public static ReportStanding NotSubmitted { get; } = new(Department, null, new Review(Department));

    public static ReportStanding Submitted { get; } = NotSubmitted with { Counting = new(First, "財政 太郎", Noon) };

    public static ReportStanding Nothing { get; } = NotSubmitted with { Counting = Submitted.Counting! with { DeclaresNothing = true } };

    public static SeenReport Seen { get; } = new(First, null);

    public static ReviewAct Act(int number = 1, ReviewSide side = ReviewSide.Coordinator) =>
        new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "推進 花子", side, Noon.AddHours(number));

    public static ReportStanding After(this ReportStanding standing, ReviewOutcome outcome) =>
        standing with { Review = Assert.IsType<ReviewOutcome.Changed>(outcome).After };

    public static ReportStanding Approved() => Submitted.After(ReviewDecisions.Approve(Submitted, Seen, Act()));

    public static ReportStanding SentBack(params TypedComment[] comments) =>
        Submitted.After(ReviewDecisions.SendBack(Submitted, Seen, comments is [] ? [new(ReportSection.Collaborations, "表記をそろえてください。")]
            : comments, Act()));

    /// <summary>Returns the same report after the department has submitted again.</summary>
    public static ReportStanding Again(this ReportStanding standing) => standing with { Counting = new(Second, "財政 次郎", Noon.AddDays(1)) };
}
