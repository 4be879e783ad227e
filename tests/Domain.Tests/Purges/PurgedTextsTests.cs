namespace KawasakiServerless.Domain.Tests.Purges;

public sealed class PurgedTextsTests
{
    private const string Submission = "2018-zaisei-20180801T000000000-aaaaaa";

    [Fact]
    public void APurgeReplacesOnlyTheTextsOfReviewLinesAndOnlyOnce()
    {
        var (written, done) = (Line("a") with { Text = "名前の入った連絡", Submission = Submission }, Line("b"));

        var without = Assert.Single(new[] { written, done }.WithoutTexts());

        Assert.Equal(written with { Text = PurgedTexts.Mark }, without);
        Assert.Empty(new[] { without, done }.WithoutTexts());
    }

    [Theory]
    [InlineData(Submission, "zaisei-0002-1", true)]
    [InlineData(Submission, null, true)]
    [InlineData("zaisei-0001", "zaisei-0001", true)]
    [InlineData("zaisei-0001", "zaisei-0001-1", true)]
    [InlineData("zaisei-0001", "zaisei-0002-1 zaisei-0001-1", true)]
    [InlineData("zaisei-0001-1", "zaisei-0001-1", true)]
    [InlineData("zaisei-0001-1", "zaisei-0001-10", false)]
    [InlineData("zaisei-0001", "zaisei-0002-1", false)]
    [InlineData("zaisei-0001", null, true)]
    [InlineData("zaisei-0009", "zaisei-0001 zaisei-0002 +199", true)]
    public void APurgeRemovesTheReasonsOfTheRecordOrAllOfTheSubmission(string what, string? records, bool goes)
    {
        var confirmation = Confirmed(records, "名前の入った理由");

        Assert.Equal(goes ? [confirmation with { Reason = PurgedTexts.Mark, ReasonUse = ReasonUse.Internal }]
            : [], new[] { confirmation }.WithoutReasons(what));
        Assert.Equal(goes ? 1 : 0, PurgedTexts.Of([], [confirmation], what).Count);
        Assert.Empty(new[] { Confirmed(records, null), Confirmed(records, PurgedTexts.Mark) }.WithoutReasons(what));
    }

    [Fact]
    public void APurgeReplacesTheExcerptsOfCommentsInAReview()
    {
        var review = new Review("zaisei") { Comments = [new("c", ReportSection.Wards, "名前", IsOpen: true)] };

        var without = review.WithoutTexts();

        Assert.Equal((PurgedTexts.Mark, true), (Assert.Single(without.Comments).Excerpt, without.Comments[0].IsOpen));
        Assert.Same(without, without.WithoutTexts());
    }

    [Fact]
    public void TheSameReasonOfAThousandFiguresIsOneTextInThePlan()
    {
        var line = Line("a") with { Kind = ReviewLineKind.Confirmed, Text = "全市に広げたため" };
        var confirmations = Enumerable.Range(1, 1000).Select(i => Confirmed($"zaisei-0001-{i}", "全市に広げたため"));

        Assert.Equal([new WrittenText("確認", "財政 太郎", Some.Time, "全市に広げたため")], PurgedTexts.Of([line], confirmations, Submission));
    }

    private static ReviewLine Line(string id) => new(id, ReviewLineKind.Message, "財政 太郎", Some.Time);

    private static Confirmation Confirmed(string? records, string? reason) =>
        new(new($"key of {records}"), "sudden-change", records, "財政 太郎", Some.Time) { Reason = reason, ReasonUse = ReasonUse.Published };
}
