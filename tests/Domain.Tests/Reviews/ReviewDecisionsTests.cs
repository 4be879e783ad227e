using static KawasakiServerless.Domain.ReportState;

namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class ReviewDecisionsTests
{
    public static TheoryData<string, ReportState> States => new()
    {
        { "nothing counts", NotSubmitted },
        { "submitted", Submitted },
        { "nothing declared", NothingToReport },
        { "approved", Approved },
        { "sent back", SentBack },
        { "approved, then submitted again", Submitted },
        { "sent back, then submitted again", Submitted },
        { "approved, then nothing declared", NothingToReport },
        { "nothing declared and approved", Approved },
        { "approved, then purged", NotSubmitted },
        { "sent back, then approved", Approved },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void TheStateOfAReportFollowsFromItsCurrentSubmissionAndItsReview(string what, ReportState state) =>
        Assert.Equal(state, StandingOf(what).State);

    [Fact]
    public void ApprovingAnOutdatedSubmissionNamesWhoSubmittedSince()
    {
        var outcome = ReviewDecisions.Approve(Standing.Submitted.Again(), Standing.Seen, Standing.Act());

        var change = Assert.IsType<ReviewOutcome.Overtaken>(outcome).Change;
        Assert.Equal(new ChangeByOther(ReviewLineKind.Submitted, "財政 次郎", Standing.Noon.AddDays(1), Standing.Second), change);
        Assert.Equal("財政 次郎さんの操作（提出）が先に行われました。内容を確かめてから、もう一度お試しください。", change.Describe());
    }

    [Fact]
    public void ApprovingAReportThatWasSentBackMeanwhileNamesWhoSentItBack()
    {
        var outcome = ReviewDecisions.Approve(Standing.SentBack(), Standing.Seen, Standing.Act(2));

        var change = Assert.IsType<ReviewOutcome.Overtaken>(outcome).Change;
        Assert.Equal((ReviewLineKind.SentBack, "推進 花子"), (change.Kind, change.Who));
    }

    [Fact]
    public void AReportThatWasNotSubmittedCannotBeApproved() =>
        Assert.IsType<ReviewOutcome.NotSubmitted>(ReviewDecisions.Approve(Standing.NotSubmitted, Standing.Seen, Standing.Act()));

    [Fact]
    public void SendingBackTakesACommentForEachSectionAndLeavesBlankOnesOut()
    {
        var sent = Standing.SentBack(
            new(ReportSection.Initiatives, "単位を確かめてください。"), new(ReportSection.Wards, "　\n"), new(ReportSection.Passages, "章の題名が違います。"));

        Assert.Equal(
            [(ReportSection.Initiatives, "単位を確かめてください。"), (ReportSection.Passages, "章の題名が違います。")],
            sent.OpenComments.Select(c => (c.Section, c.Excerpt)));
    }

    [Fact]
    public void ABlankCommentDoesNotReplaceAnotherCommentOfItsSection() => Assert.Equal(
        "単位を確かめてください。",
        Assert.Single(Standing.SentBack(
            new(ReportSection.Wards, " "), new(ReportSection.Wards, "単位を確かめてください。"), new(ReportSection.Wards, "区名")).OpenComments).Excerpt);

    [Fact]
    public void SendingBackWithoutAnyCommentIsRefused()
    {
        var outcome = ReviewDecisions.SendBack(Standing.Submitted, Standing.Seen, [new(ReportSection.Wards, " ")], Standing.Act());

        Assert.IsType<TypedText.Empty>(Assert.IsType<ReviewOutcome.Refused>(outcome).Why);
    }

    [Fact]
    public void ACommentOfTenThousandCharactersIsRefusedWithItsSection()
    {
        var outcome = ReviewDecisions.SendBack(
            Standing.Submitted, Standing.Seen, [new(ReportSection.Statistics, new('長', 10_000))], Standing.Act());

        var refused = Assert.IsType<ReviewOutcome.Refused>(outcome);
        Assert.Equal(ReportSection.Statistics, refused.Section);
        Assert.Equal("10,000文字あります。2,000文字以内で書いてください。", Assert.IsType<TypedText.TooLong>(refused.Why).Message);
    }

    [Fact]
    public void CommentsAreOpenUntilTheCoordinatorClosesThem()
    {
        var sent = Standing.SentBack();
        var closed = sent.After(ReviewDecisions.CloseComment(sent, sent.Review.Comments[0].Id, Standing.Act(2)));

        Assert.Empty(closed.OpenComments);
        Assert.Equal(SentBack, closed.State);
        Assert.IsType<ReviewOutcome.NoSuchComment>(ReviewDecisions.CloseComment(closed, sent.Review.Comments[0].Id, Standing.Act(3)));
    }

    [Fact]
    public void CommentsAreOpenUntilTheDepartmentSubmitsAgain()
    {
        var again = Standing.SentBack().Again();

        Assert.Empty(again.OpenComments);
        Assert.IsType<ReviewOutcome.NoSuchComment>(ReviewDecisions.CloseComment(again, again.Review.Comments[0].Id, Standing.Act(2)));
    }

    [Fact]
    public void AMessageMayBeWrittenBeforeAnythingIsSubmitted()
    {
        var outcome = ReviewDecisions.Write(
            Standing.NotSubmitted, ReportSection.Wards, "いつまでに\r\n出せばよいですか。", Standing.Act(side: ReviewSide.Department));

        var line = Assert.Single(Assert.IsType<ReviewOutcome.Changed>(outcome).Lines);
        Assert.Equal((ReviewLineKind.Message, ReviewSide.Department, "いつまでに\n出せばよいですか。"), (line.Kind, line.Side, line.Text));
    }

    [Fact]
    public void TheTimelineListsSubmissionsAndDecisionsWithTheNewestFirst()
    {
        Assert.True(SubmissionId.TryParse(Standing.First, out var id));
        var accepted = new Submission(id, SubmissionState.Accepted, "報告.xlsx", "00", 1, Standing.Noon, "財政 太郎", null, null);
        var sentBack = Assert.IsType<ReviewOutcome.Changed>(ReviewDecisions.SendBack(
            Standing.Submitted, Standing.Seen, [new(ReportSection.Wards, "区名を書いてください。")], Standing.Act())).Lines;

        var timeline = Timeline.Of([accepted, accepted with { State = SubmissionState.Rejected }], sentBack);

        Assert.Equal([ReviewLineKind.Comment, ReviewLineKind.SentBack, ReviewLineKind.Submitted], timeline.Select(l => l.Kind));
        Assert.Equal("区名を書いてください。", Assert.Single(timeline.Thread(ReportSection.Wards)).Text);
        Assert.Empty(timeline.Thread(ReportSection.Passages));
    }

    private static ReportStanding StandingOf(string what) => what switch
    {
        "nothing counts" => Standing.NotSubmitted,
        "submitted" => Standing.Submitted,
        "nothing declared" => Standing.Nothing,
        "approved" => Standing.Approved(),
        "sent back" => Standing.SentBack(),
        "approved, then submitted again" => Standing.Approved().Again(),
        "sent back, then submitted again" => Standing.SentBack().Again(),
        "approved, then nothing declared" =>
            Standing.Approved() with { Counting = Standing.Nothing.Counting! with { Id = Standing.Second } },
        "nothing declared and approved" => Standing.Nothing.After(ReviewDecisions.Approve(Standing.Nothing, Standing.Seen, Standing.Act())),
        "approved, then purged" => Standing.Approved() with { Counting = null },
        _ =>
            Standing.Submitted.After(
                ReviewDecisions.Approve(Standing.SentBack(), Standing.Seen with { Verdict = Standing.Act().Id }, Standing.Act(2))),
    };
}
