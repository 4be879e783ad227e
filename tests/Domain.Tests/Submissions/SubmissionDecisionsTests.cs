using static KawasakiServerless.Domain.SubmissionState;
using static KawasakiServerless.Domain.SubmissionStep;

namespace KawasakiServerless.Domain.Tests.Submissions;

public sealed class SubmissionDecisionsTests
{
    private static readonly DateTimeOffset Noon = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Submission Row = new(
        SubmissionId.TryParse("2018-zaisei-20180801T120000000-abcdef", out var id) ? id : throw new InvalidOperationException("An id."),
        Received, "報告.xlsx", "00", 12, Noon, "a clerk", null, null);

    /// <summary>
    /// Each case gives the state, how many attempts to read the workbook were begun, whether one of them read it to the end, and whether
    /// abandoning the submission was interrupted. The last value is the expected next step.
    /// </summary>
    [Theory]
    [InlineData(Received, 0, false, false, Read)]
    [InlineData(Received, 1, false, false, Read)]
    [InlineData(Received, 2, false, false, GiveUp)]
    [InlineData(Received, 2, true, false, Read)]
    [InlineData(Received, 9, true, false, Read)]
    [InlineData(Received, 10, true, false, GiveUp)]
    [InlineData(Ready, 0, false, false, MoveCurrent)]
    [InlineData(Ready, 10, false, false, MoveCurrent)]
    [InlineData(Accepted, 1, true, false, None)]
    [InlineData(Rejected, 1, true, false, None)]
    [InlineData(Conflict, 1, true, false, None)]
    [InlineData(Purged, 1, true, false, None)]
    [InlineData(Abandoned, 2, false, false, None)]
    [InlineData(Abandoned, 2, false, true, FinishAbandoning)]
    public void TheNextStepOfASubmissionFollowsFromItsStateAndItsReadings(
        SubmissionState state, int attempts, bool wasRead, bool isBeingAbandoned, SubmissionStep next) =>
        Assert.Equal(next, SubmissionDecisions.NextStep(
            Row with { State = state, Attempts = attempts, IsBeingAbandoned = isBeingAbandoned },
            wasRead ? EarlierReading.Completed : EarlierReading.NeverCompleted));

    /// <summary>
    /// Each case gives the state, how many attempts to read the workbook were begun, the minutes since the last one began, and whether
    /// abandoning the submission was interrupted. The last value is the expected step of a purge that waits for the submission.
    /// </summary>
    [Theory]
    [InlineData(Received, 2, 6, false, GiveUp)]
    [InlineData(Received, 2, 5, false, GiveUp)]
    [InlineData(Received, 2, 4.99, false, None)]
    [InlineData(Received, 1, 60, false, None)]
    [InlineData(Ready, 2, 60, false, None)]
    [InlineData(Abandoned, 2, 0, true, FinishAbandoning)]
    [InlineData(Accepted, 1, 60, false, None)]
    public void APurgeEndsOnlySubmissionsThatWillNotEndByThemselves(
        SubmissionState state, int attempts, double minutes, bool isBeingAbandoned, SubmissionStep ending)
    {
        var row = Row with { State = state, Attempts = attempts, AttemptedAt = Noon, IsBeingAbandoned = isBeingAbandoned };

        Assert.Equal(ending, SubmissionDecisions.EndingStep(row, EarlierReading.NeverCompleted, Noon.AddMinutes(minutes)));
    }

    [Fact]
    public void WithoutATimeOfTheLastAttemptAPurgeCountsTheWaitFromTheUpload() =>
        Assert.Equal(GiveUp, SubmissionDecisions.EndingStep(Row with { Attempts = 2 }, EarlierReading.NeverCompleted, Noon.AddMinutes(5)));

    [Theory]
    [InlineData(Severity.Error, Rejected)]
    [InlineData(Severity.Warning, Ready)]
    [InlineData(Severity.Info, Ready)]
    public void OnlyAProblemOfSeverityErrorRejectsASubmission(Severity severity, SubmissionState state)
    {
        var problem = new Problem("code", severity, null, null, null, "message", "remedy");

        var after = SubmissionDecisions.AfterCheck(
            Row, new("template", new([1, 2, 3, 4, 5, 6, 7]), 30, [problem with { Severity = Severity.Info }, problem]));

        Assert.Equal(
            Row with { State = state, Layout = "template", Counts = new([1, 2, 3, 4, 5, 6, 7]), Records = 30, ProblemCount = 2 }, after);
    }

    [Fact]
    public void ASubmissionKeepsTheReadabilityScoresOfItsWorkbook() => Assert.Equal(
        new ReadabilityScores(100, 40, 75),
        SubmissionDecisions.AfterCheck(
            Row, new("report", new([0, 0, 0, 0, 0, 0, 0]), 0, []) { Readability = new(100, 40, 75) }).Readability);

    [Fact]
    public void ASubmissionWithoutProblemsIsReady() =>
        Assert.Equal(Ready, SubmissionDecisions.AfterCheck(Row, new(null, new([0, 0, 0, 0, 0, 0, 0]), 0, [])).State);

    /// <summary>
    /// Each case gives whether this process moved the current pointer (the row that names the department's submission in effect), the
    /// submission that the pointer names, and whether a later submission superseded this one. The last two values are the expected state
    /// and the expected winner of a conflict (null for none).
    /// </summary>
    [Theory]
    [InlineData(true, "2018-zaisei-20180801T120000000-abcdef", false, Accepted, null)]
    [InlineData(false, "2018-zaisei-20180801T120000000-abcdef", false, Accepted, null)]
    [InlineData(false, "another", true, Accepted, null)]
    [InlineData(false, "another", false, Conflict, "another")]
    [InlineData(false, null, true, Accepted, null)]
    [InlineData(false, null, false, Conflict, null)]
    public void TheCurrentPointerDecidesBetweenAcceptedAndConflict(
        bool hasMoved, string? current, bool wasSuperseded, SubmissionState state, string? winner)
    {
        var after = SubmissionDecisions.AfterMove(Row with { State = Ready }, new(hasMoved, current, wasSuperseded));

        Assert.Equal((state, winner), (after.State, after.Winner));
    }

    /// <summary>
    /// Each case gives the state, whether the failure may pass by itself, and the hours since the upload. The last value is whether the
    /// submission is expected to be abandoned.
    /// </summary>
    [Theory]
    [InlineData(Received, false, 24, true)]
    [InlineData(Received, false, 23.99, false)]
    [InlineData(Received, true, 48, false)]
    [InlineData(Ready, false, 48, false)]
    public void ASubmissionThatCannotBeCheckedForADayIsAbandoned(SubmissionState state, bool mayPass, double hours, bool isGivenUp) =>
        Assert.Equal(isGivenUp, SubmissionDecisions.IsGivenUpAfterFailure(
            Row with { State = state }, mayPass ? FailureKind.Transient : FailureKind.Permanent, Noon.AddHours(hours)));
}
