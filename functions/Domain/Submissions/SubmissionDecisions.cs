namespace KawasakiServerless.Domain;

/// <summary>The next step in processing a submission (次の手順).</summary>
public enum SubmissionStep
{
    /// <summary>No further step, because the submission is final.</summary>
    None,

    /// <summary>Read and check the workbook, and store its records.</summary>
    Read,

    /// <summary>
    /// Change the row that names the department's submission in effect (the current pointer), so that it names this submission.
    /// </summary>
    MoveCurrent,

    /// <summary>
    /// Abandon the submission, because no further attempt to read its workbook is allowed (<see cref="ReadingAttempts"/>).
    /// </summary>
    GiveUp,

    /// <summary>Finish abandoning the submission, because a crash interrupted that step.</summary>
    FinishAbandoning,
}

/// <summary>The results of checking a workbook.</summary>
/// <param name="Records">The number of records, including plain summaries.</param>
public sealed record CheckedWorkbook(string? Layout, RecordCounts Counts, int Records, IReadOnlyList<Problem> Problems)
{
    /// <summary>
    /// How many findings the workbook has, by severity; values that were confirmed for an earlier submission count as confirmed. Null if
    /// the findings were not counted.
    /// </summary>
    public FindingTally? Findings { get; init; }

    /// <summary>The workbook's machine readability; null if it could not be read or is not recognized as a report.</summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし: the department declares that it has nothing to report.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>
/// The result of an attempt to change the department's current pointer (the row that names its submission in effect), so that it names this
/// submission.
/// </summary>
/// <param name="HasMoved">Whether this process changed the pointer to the submission.</param>
/// <param name="Current">Id of the submission that the pointer names now; null for none.</param>
/// <param name="WasSuperseded">Whether this submission was in effect and has been superseded by a later one. This happens if the process
/// crashed after moving the pointer and before updating the submission's row.</param>
public sealed record PointerMove(bool HasMoved, string? Current, bool WasSuperseded);

/// <summary>Whether the same work may succeed later, although neither the app nor the data is changed.</summary>
public enum FailureKind
{
    /// <summary>The same work may succeed later: storage was not available, or the time ran out.</summary>
    Transient,

    /// <summary>The same work will fail again.</summary>
    Permanent,
}

/// <summary>Decides how a submission (提出) proceeds, as pure functions of its row and of the results of the check.</summary>
public static class SubmissionDecisions
{
    /// <summary>
    /// How long after its upload a received submission is abandoned if resuming it keeps failing permanently. Until then it is tried again,
    /// because a newer version of the app may succeed. Only failures before the workbook is read take that long, such as unreadable records
    /// of an earlier report: attempts to read the workbook are counted, and <see cref="ReadingAttempts"/> ends them sooner.
    /// </summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    /// <param name="submission">The row of the submission.</param>
    /// <param name="earlier">Whether an earlier attempt read the workbook completely. If so, the list of the workbook's problems is already
    /// in storage, and the maximum number of attempts is higher.</param>
    public static SubmissionStep NextStep(Submission submission, EarlierReading earlier) => submission switch
    {
        { IsBeingAbandoned: true } => SubmissionStep.FinishAbandoning,
        { State: SubmissionState.Ready } => SubmissionStep.MoveCurrent,
        { State: SubmissionState.Received } =>
            ReadingAttempts.AreUsedUp(submission.Attempts, earlier) ? SubmissionStep.GiveUp : SubmissionStep.Read,
        _ => SubmissionStep.None,
    };

    /// <summary>
    /// Returns the step by which a purge ends an unfinished submission instead of waiting for it: to finish abandoning it if abandoning has
    /// begun, or to give it up if its reading attempts are used up and no process can still be reading it.
    /// </summary>
    /// <returns><see cref="SubmissionStep.None"/> if the submission may still finish normally.</returns>
    public static SubmissionStep EndingStep(Submission submission, EarlierReading earlier, DateTimeOffset now) =>
        NextStep(submission, earlier) switch
        {
            SubmissionStep.FinishAbandoning => SubmissionStep.FinishAbandoning,
            SubmissionStep.GiveUp when submission.TakenUpAt <= now - ReadingAttempts.LongestAttempt => SubmissionStep.GiveUp,
            _ => SubmissionStep.None,
        };

    /// <summary>Returns the row after the check: rejected if the workbook has an error, otherwise ready.</summary>
    public static Submission AfterCheck(Submission received, CheckedWorkbook found) => received with
    {
        State = found.Problems.Any(p => p.Severity == Severity.Error) ? SubmissionState.Rejected : SubmissionState.Ready,
        Layout = found.Layout,
        Counts = found.Counts,
        Records = found.Records,
        ProblemCount = found.Problems.Count,
        Findings = found.Findings,
        Readability = found.Readability,
        DeclaresNothing = found.DeclaresNothing,
    };

    /// <summary>
    /// Returns the row after the attempt to make the submission the one in effect: accepted, or in conflict with the submission that took
    /// effect instead.
    /// </summary>
    public static Submission AfterMove(Submission ready, PointerMove move) =>
        move.HasMoved || move.Current == ready.Id.Value || move.WasSuperseded
        ? ready with { State = SubmissionState.Accepted }
        : ready with { State = SubmissionState.Conflict, Winner = move.Current };

    /// <summary>Whether to abandon a submission after an attempt to resume it failed, instead of trying again later.</summary>
    /// <param name="submission">The row of the submission.</param>
    /// <param name="failure">Whether the same work may succeed later.</param>
    /// <param name="now">The current time.</param>
    public static bool IsGivenUpAfterFailure(Submission submission, FailureKind failure, DateTimeOffset now) =>
        submission.State == SubmissionState.Received && failure == FailureKind.Permanent && submission.UploadedAt <= now - GivenUpAfter;
}
