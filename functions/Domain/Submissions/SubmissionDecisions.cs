namespace KawasakiServerless.Domain;

/// <summary>The next step in processing a submission (次の手順).</summary>
public enum SubmissionStep
{
    /// <summary>No further step, because the submission is final.</summary>
    None,

    /// <summary>Read and check the workbook, and store its records.</summary>
    Read,

    /// <summary>Move the current pointer, so that the submission takes effect.</summary>
    MoveCurrent,

    /// <summary>Abandon it: its reading was started too often without being completed.</summary>
    GiveUp,

    /// <summary>Finish abandoning it after a crash interrupted that step.</summary>
    FinishAbandoning,
}

/// <summary>The results of checking a workbook.</summary>
/// <param name="Records">The number of records, including plain summaries.</param>
public sealed record CheckedWorkbook(string? Layout, RecordCounts Counts, int Records, IReadOnlyList<Problem> Problems)
{
    /// <summary>The findings by class, taking earlier confirmations into account.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>The workbook's machine readability; null if the workbook was not read.</summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>The state of the current pointer when a submission tried to move it.</summary>
/// <param name="HasMoved">This process moved the pointer to the submission.</param>
/// <param name="Current">The submission to which the pointer refers now; null for none.</param>
/// <param name="WasSuperseded">A later submission superseded this one: this one was current, but the process crashed before its row was
/// updated.</param>
public sealed record PointerMove(bool HasMoved, string? Current, bool WasSuperseded);

/// <summary>Decides how a submission (提出) proceeds, as pure functions of its row and of the results of the check.</summary>
public static class SubmissionDecisions
{
    /// <summary>
    /// A workbook that cannot be checked is abandoned after this time; until then, a newer version of the app may be able to check it.
    /// </summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    /// <param name="submission">The row of the submission.</param>
    /// <param name="wasRead">Whether its problems were stored, which means that an attempt read the workbook completely.</param>
    public static SubmissionStep NextStep(Submission submission, bool wasRead) => submission switch
    {
        { IsBeingAbandoned: true } => SubmissionStep.FinishAbandoning,
        { State: SubmissionState.Ready } => SubmissionStep.MoveCurrent,
        { State: SubmissionState.Received } =>
            ReadingAttempts.AreUsedUp(submission.Attempts, wasRead) ? SubmissionStep.GiveUp : SubmissionStep.Read,
        _ => SubmissionStep.None,
    };

    /// <summary>Returns how to end a submission that blocks a purge immediately, if no process can still be working on it.</summary>
    /// <returns>None if the submission may still finish normally.</returns>
    public static SubmissionStep EndingStep(Submission submission, bool wasRead, DateTimeOffset now) => NextStep(submission, wasRead) switch
    {
        SubmissionStep.FinishAbandoning => SubmissionStep.FinishAbandoning,
        SubmissionStep.GiveUp when submission.TakenUpAt <= now - ReadingAttempts.LongestAttempt => SubmissionStep.GiveUp,
        _ => SubmissionStep.None,
    };

    /// <summary>Returns the row after the check: rejected if there is an error, otherwise ready.</summary>
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
    /// Returns the row after the attempt to move the pointer: accepted, or in conflict with the submission that took effect.
    /// </summary>
    public static Submission AfterMove(Submission ready, PointerMove move) =>
        move.HasMoved || move.Current == ready.Id.Value || move.WasSuperseded
        ? ready with { State = SubmissionState.Accepted }
        : ready with { State = SubmissionState.Conflict, Winner = move.Current };

    /// <summary>Whether to abandon a submission that could not be resumed, instead of retrying it.</summary>
    /// <param name="submission">The row of the submission.</param>
    /// <param name="mayPass">Whether the failure is transient, such as an outage or a timeout.</param>
    /// <param name="now">The time.</param>
    public static bool IsGivenUpAfterFailure(Submission submission, bool mayPass, DateTimeOffset now) =>
        submission.State == SubmissionState.Received && !mayPass && submission.UploadedAt <= now - GivenUpAfter;
}
