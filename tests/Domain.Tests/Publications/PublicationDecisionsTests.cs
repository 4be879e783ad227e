using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

public sealed class PublicationDecisionsTests
{
    private const string New = "new", Old = "old", NotReleased = "not released";

    private static readonly Publication Row = Published.At(9, Running);

    private static readonly Hold Hold = new("p5", "p1", "the coordinator", Published.Noon);

    /// <summary>
    /// Each case gives the trigger, whether an earlier process already started the publication, the state and the fingerprint of the
    /// publication that ran last, and the fingerprint of today's inputs. The last value is the expected plan, as Shown writes it.
    /// </summary>
    [Theory]
    [InlineData(Triggers.Request, false, Live, Old, Old, "end Unchanged p5")]
    [InlineData(Triggers.Command, false, Live, Old, Old, "end Unchanged p5")]
    [InlineData(Triggers.Nightly, false, Live, Old, Old, "repair p5")]
    [InlineData(Triggers.Request, true, Live, Old, Old, "repair p5")]
    [InlineData(Triggers.Request, false, Live, Old, New, "render trusting p5, else p5")]
    [InlineData(Triggers.Command, false, Live, Old, New, "render trusting p5, else p5")]
    [InlineData(Triggers.Nightly, false, Live, Old, New, "render, p5")]
    [InlineData(Triggers.Request, true, Live, Old, New, "render, p5")]
    [InlineData(Triggers.Purge, false, Live, Old, Old, "render, p5")]
    [InlineData(Triggers.Request, false, Failed, Old, Old, "render, p1")]
    [InlineData(Triggers.Nightly, false, Failed, Old, Old, "render, p1")]
    [InlineData(Triggers.Request, false, Requested, Old, Old, "render, p1")]
    [InlineData(Triggers.Request, false, Running, Old, Old, "render, p1")]
    [InlineData(Triggers.Request, false, Unchanged, New, New, "render trusting p1, else p1")]
    [InlineData(Triggers.Request, false, Held, New, New, "render trusting p1, else p1")]
    [InlineData(Triggers.Request, false, Unchanged, New, Old, "end Unchanged p1")]
    [InlineData(Triggers.Nightly, false, Live, Old, NotReleased, "end Unchanged ")]
    public void ThePlanOfAPublicationFollowsFromTriggerHistoryAndFingerprint(
        string trigger, bool isBegunAgain, PublicationState last, string lastFingerprint, string fingerprint, string plan)
    {
        var situation = new PublicationSituation(
            Row with { Trigger = trigger }, isBegunAgain,
            [Row, Published.At(5, last, last == Live ? "p5" : null, lastFingerprint), Published.At(1, Live, "p1")]);

        Assert.Equal(plan, Shown(PublicationDecisions.PlanRelease(
            situation, new(fingerprint == NotReleased ? null : fingerprint, Newest: null))));
    }

    /// <summary>
    /// The live site has no home page, because its storage account is new. Each case gives the trigger and the fingerprint of today's
    /// inputs. The last value is the expected plan, as Shown writes it.
    /// </summary>
    [Theory]
    [InlineData(Triggers.Request, Old, "repair p5")]
    [InlineData(Triggers.Command, Old, "repair p5")]
    [InlineData(Triggers.Nightly, Old, "repair p5")]
    [InlineData(Triggers.Request, New, "render, p5")]
    [InlineData(Triggers.Command, New, "render, p5")]
    [InlineData(Triggers.Request, NotReleased, "end Unchanged ")]
    public void AMissingSiteIsWrittenAsAWhole(string trigger, string fingerprint, string plan)
    {
        var situation = new PublicationSituation(
            Row with { Trigger = trigger }, IsBegunAgain: false, [Row, Published.At(5, Live, "p5", Old), Published.At(1, Live, "p1")]);

        Assert.Equal(plan, Shown(PublicationDecisions.PlanRelease(
            situation, new(fingerprint == NotReleased ? null : fingerprint, Newest: null) { IsSiteMissing = true })));
    }

    [Fact]
    public void InsteadOfARepairThatIsNotPossibleTheSiteIsRenderedWithoutTrustInTheLiveSite() => Assert.Equal(
        "render, p5", Shown(PublicationDecisions.Render(new(Row, IsBegunAgain: false, [Row, Published.At(5, Live, "p5", Old)]))));

    [Fact]
    public void WithoutAHistoryEverythingIsRendered() =>
        Assert.Equal(
            "render, ", Shown(PublicationDecisions.PlanRelease(new(Row, IsBegunAgain: false, [Row]), new(New, null))));

    [Fact]
    public void AnUnchangedPublicationEndsWithTheManifestThatIsLive()
    {
        var situation = new PublicationSituation(Row, IsBegunAgain: false, [Row, Published.At(5, Live, "p4")]);

        var plan = Assert.IsType<PublicationPlan.End>(PublicationDecisions.PlanRelease(situation, new(Old, null)));

        Assert.Equal(Row with { State = Unchanged, Fingerprint = Old, Manifest = "p4" }, plan.Row);
    }

    [Fact]
    public void WithoutAReleasedYearAPublicationEndsUnchangedWithTheReason() => Assert.Equal(
        Row with { State = Unchanged, Message = "No reporting year is released; there is nothing to publish." },
        Assert.IsType<PublicationPlan.End>(
            PublicationDecisions.PlanRelease(new(Row, IsBegunAgain: false, [Row]), new(null, null))).Row);

    /// <summary>
    /// Each case gives the id of the publication that last changed the public content (p9 is the one to be planned), and whether all files
    /// of p9 are stored. The last value is the expected plan, as Shown writes it.
    /// </summary>
    [Theory]
    [InlineData("p9", true, "finish p9")]
    [InlineData("p9", false, "render trusting p5, else p5")]
    [InlineData("p5", true, "render trusting p5, else p5")]
    public void APublicationThatCrashedAfterCommittingItsChangesIsFinished(string newest, bool isKept, string plan) => Assert.Equal(
        plan,
        Shown(PublicationDecisions.PlanRelease(
            new(Row, IsBegunAgain: false, [Row, Published.At(5, Live, "p5")]), new(New, newest) { IsNewestKept = isKept })));

    /// <summary>
    /// The publication that ran last is the one that started last, not the one requested last. Each case gives the hour at which the failed
    /// publication started (null for never), and the expected plan, as Shown writes it.
    /// </summary>
    [Theory]
    [InlineData(8, "render, p1")]
    [InlineData(0, "end Unchanged p1")]
    [InlineData(null, "end Unchanged p1")]
    public void OnlyAFailureThatStartedAfterTheLivePublicationForcesRendering(int? startedAt, string plan)
    {
        var failed = Published.At(0, Failed, startedAt: startedAt);

        Assert.Equal(plan, Shown(PublicationDecisions.PlanRelease(
            new(Row, IsBegunAgain: false, [Row, Published.At(1, Live, "p1"), failed]), new(Old, null))));
    }

    [Theory]
    [InlineData(Triggers.Request, Live, "end Held ")]
    [InlineData(Triggers.Command, Live, "end Held ")]
    [InlineData(Triggers.Nightly, Live, "repair held p1")]
    [InlineData(Triggers.Purge, Live, "repair held p1")]
    [InlineData(Triggers.Nightly, Requested, "end Held ")]
    [InlineData(Triggers.Nightly, Failed, "end Held ")]
    public void WhileAHoldIsInForceNothingNewIsPublished(string trigger, PublicationState restore, string plan)
    {
        var situation = new PublicationSituation(
            Row with { Trigger = trigger }, IsBegunAgain: false, [Row, Published.At(5, restore, "p1"), Published.At(1, Live, "p1")]);

        Assert.Equal(plan, Shown(PublicationDecisions.Plan(situation, Hold)));
    }

    [Fact]
    public void AHoldWhoseRestoreIsMissingEndsThePublicationWithoutARepair() =>
        Assert.Equal(
            "end Held ", Shown(PublicationDecisions.Plan(new(Row with { Trigger = Triggers.Nightly }, IsBegunAgain: false, [Row]), Hold)));

    [Fact]
    public void AHeldPublicationNamesTheRestoredPublicationInItsMessage() => Assert.Equal(
        Row with { State = Held, Message = "p1 was restored; nothing is published until the hold is lifted." },
        PublicationDecisions.Held(Row, Hold));

    /// <summary>
    /// Each case gives the publication that the hold (the suspension of publishing after a restore) names: the restore itself (p9), another
    /// restore, or null if there is no hold. The last value is the expected plan, as Shown writes it.
    /// </summary>
    [Theory]
    [InlineData("p9", "put back p1")]
    [InlineData("p5", "cancel Failed p1")]
    [InlineData(null, "cancel Failed p1")]
    public void ARestoreRunsOnlyWhileTheHoldNamesIt(string? holds, string plan)
    {
        var restore = Row with { Restores = "p1", Manifest = "p1", Trigger = Triggers.Restore };

        Assert.Equal(plan, Shown(PublicationDecisions.Plan(new(restore, IsBegunAgain: false, [restore]), holds is null ? null
            : Hold with { Publication = holds })));
    }

    [Fact]
    public void ARestoreThatNeverRanIsCancelledAndOneThatFailedIsNot()
    {
        var restore = Row with { Restores = "p1", Manifest = "p1", Trigger = Triggers.Restore };

        var cancelled = PublicationDecisions.Cancelled(restore, Row.RequestedAt);

        Assert.True(cancelled.IsCancelled());
        Assert.Equal(Row.RequestedAt, cancelled.FinishedAt);
        Assert.False(restore.IsCancelled());
        Assert.False((cancelled with { Message = "The manifest of p1 is missing." }).IsCancelled());
    }

    [Fact]
    public void ARestoreWhoseHoldWasLiftedEndsWithTheReason() => Assert.Equal(
        "The hold was lifted, or another publication was restored, before this one ran.",
        Assert.IsType<PublicationPlan.Cancel>(
            PublicationDecisions.Plan(new(Row with { Restores = "p1", Manifest = "p1" }, IsBegunAgain: false, []), null)).Row.Message);

    [Fact]
    public void WithoutAHoldTheReleasedYearsArePublished() =>
        Assert.Equal("release", Shown(PublicationDecisions.Plan(new(Row, IsBegunAgain: false, [Row]), null)));

    [Fact]
    public void StartingAPublicationAgainResetsTheCountsOfTheEarlierTry()
    {
        var again = Row with { State = Requested, StartedAt = null, Rendered = 1, Written = 2, Removed = 3, Message = "An outage." };

        Assert.Equal(
            again with { State = Running, StartedAt = Published.Noon.AddHours(10), Rendered = 0, Written = 0, Removed = 0, Message = null },
            PublicationDecisions.Begin(again, [again], Published.Noon.AddHours(10)));
    }

    /// <summary>
    /// Clocks differ between machines, but a publication must get a later start time than all that started before it. Each case gives the
    /// current time in hours after noon and the expected start in milliseconds after noon. The latest earlier start is at five hours after
    /// noon.
    /// </summary>
    [Theory]
    [InlineData(6, 6 * 3_600_000)]
    [InlineData(5, (5 * 3_600_000) + 1)]
    [InlineData(4, (5 * 3_600_000) + 1)]
    public void APublicationStartsLaterThanAllEarlierOnesWhateverTheClockShows(int hour, int milliseconds) => Assert.Equal(
        Published.Noon.AddMilliseconds(milliseconds),
        PublicationDecisions.Begin(Row, [Published.At(5, Live), Published.At(1, Live)], Published.Noon.AddHours(hour)).StartedAt);

    /// <summary>
    /// Each case gives the row's state, how the attempt ended and the minutes since the request. The last three values are the state, the
    /// message and whether it has ended that are expected in the same row after the attempt.
    /// </summary>
    [Theory]
    [InlineData(Running, "reached Live", 1, Live, null, true)]
    [InlineData(Running, "reached Unchanged", 1, Unchanged, null, true)]
    [InlineData(Running, "cancelled Failed", 1, Failed, null, true)]
    [InlineData(Running, "delayed", 59.9, Requested, "Why.", false)]
    [InlineData(Running, "delayed", 60, Failed, "Why.", true)]
    [InlineData(Running, "refused", 1, Failed, "Why.", true)]
    [InlineData(Live, "delayed", 1, Live, "Why.", true)]
    [InlineData(Live, "refused", 1, Live, "Why.", true)]
    [InlineData(Held, "delayed", 99, Held, "Why.", true)]
    public void APublicationIsNotLeftRunningAfterAnAttempt(
        PublicationState state, string end, double minutes, PublicationState after, string? message, bool hasEnded)
    {
        var now = Row.RequestedAt.AddMinutes(minutes);
        var row = Row with { State = state, Stage = PublicationStage.Writing };

        var left = PublicationDecisions.After(row, EndOf(end, row), now);

        Assert.Equal(row with { State = after, Message = message, Stage = null, FinishedAt = hasEnded ? now : null }, left);
    }

    [Fact]
    public void ARequestJoinsAWaitingPublicationWithTheSameTrigger()
    {
        Publication[] history =
        [
            Published.At(8, Requested, startedAt: 8), Published.At(7, Live),
            Published.At(6, Requested, trigger: Triggers.Nightly, startedAt: null), Published.At(5, Requested, startedAt: null),
        ];

        Assert.Equal("p5", PublicationDecisions.Waiting(history, Triggers.Request)?.Id);
        Assert.Null(PublicationDecisions.Waiting(history, Triggers.Command));
    }

    private static PublicationEnd EndOf(string end, Publication row) => end switch
    {
        "delayed" => new PublicationEnd.Delayed("Why."),
        "refused" => new PublicationEnd.Refused("Why."),
        "cancelled Failed" => new PublicationEnd.Cancelled(row with { State = Failed }),
        _ => new PublicationEnd.Reached(row with { State = Enum.Parse<PublicationState>(end.Split(' ')[1]) }),
    };

    private static string Shown(PublicationPlan plan) => plan switch
    {
        PublicationPlan.End(var row) => $"end {row.State} {row.Manifest}",
        PublicationPlan.Cancel(var row) => $"cancel {row.State} {row.Manifest}",
        PublicationPlan.PutBack(var manifest) => $"put back {manifest}",
        PublicationPlan.RepairHeld(var manifest) => $"repair held {manifest}",
        PublicationPlan.Finish(var manifest) => $"finish {manifest}",
        PublicationPlan.Repair(var manifest) => $"repair {manifest}",
        PublicationPlan.Render(null, var earlier) => $"render, {earlier}",
        PublicationPlan.Render(var trusted, var earlier) => $"render trusting {trusted}, else {earlier}",
        _ => "release",
    };
}
