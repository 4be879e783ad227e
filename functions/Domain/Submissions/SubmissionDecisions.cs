namespace KawasakiServerless.Domain;

/// <summary>What a submission takes next (次の手順).</summary>
public enum SubmissionStep
{
    /// <summary>It has ended.</summary>
    None,

    /// <summary>Read the workbook, check it, store its records.</summary>
    Read,

    /// <summary>Make it the submission that counts.</summary>
    MoveCurrent,

    /// <summary>Give it up: its reading was begun too often and never ended.</summary>
    GiveUp,

    /// <summary>Complete what a crash interrupted while it was given up.</summary>
    FinishAbandoning,
}

/// <summary>What checking a workbook found.</summary>
/// <param name="Records">How many records it holds, plain summaries included.</param>
public sealed record CheckedWorkbook(string? Layout, RecordCounts Counts, int Records, IReadOnlyList<Problem> Problems)
{
    /// <summary>The findings by class, with what was confirmed before.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>How machine-readable the workbook is; null when nothing was read.</summary>
    public ReadabilityScores? Readability { get; init; }

    /// <summary>該当なし.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>How the current pointer stood when a submission was to take its place.</summary>
/// <param name="HasMoved">The pointer names the submission since this process moved it.</param>
/// <param name="Current">The submission that the pointer names now; null for none.</param>
/// <param name="WasSuperseded">A later submission replaced this one: the pointer had named it, and the process died before its row said
/// so.</param>
public sealed record PointerMove(bool HasMoved, string? Current, bool WasSuperseded);

/// <summary>What becomes of a submission (提出), as pure functions of its row and of what was found.</summary>
public static class SubmissionDecisions
{
    /// <summary>A workbook that cannot be checked for so long is given up; until then a newer version of the app may be able to.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    /// <param name="submission">As its row says.</param>
    /// <param name="wasRead">Whether its problems were ever stored: an attempt read the workbook to its end.</param>
    public static SubmissionStep NextStep(Submission submission, bool wasRead) => submission switch
    {
        { IsBeingAbandoned: true } => SubmissionStep.FinishAbandoning,
        { State: SubmissionState.Ready } => SubmissionStep.MoveCurrent,
        { State: SubmissionState.Received } =>
            ReadingAttempts.AreUsedUp(submission.Attempts, wasRead) ? SubmissionStep.GiveUp : SubmissionStep.Read,
        _ => SubmissionStep.None,
    };

    /// <summary>How a submission that holds up a purge may be ended at once: only one of which nothing more will come.</summary>
    /// <returns>None while it may still come to its end by itself.</returns>
    public static SubmissionStep EndingStep(Submission submission, bool wasRead, DateTimeOffset now) => NextStep(submission, wasRead) switch
    {
        SubmissionStep.FinishAbandoning => SubmissionStep.FinishAbandoning,
        SubmissionStep.GiveUp when submission.TakenUpAt <= now - ReadingAttempts.LongestAttempt => SubmissionStep.GiveUp,
        _ => SubmissionStep.None,
    };

    /// <summary>The row after the check: rejected with an error, otherwise ready to count.</summary>
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

    /// <summary>The row after the attempt to make it count: accepted, or in conflict with the submission that won.</summary>
    public static Submission AfterMove(Submission ready, PointerMove move) =>
        move.HasMoved || move.Current == ready.Id.Value || move.WasSuperseded
        ? ready with { State = SubmissionState.Accepted }
        : ready with { State = SubmissionState.Conflict, Winner = move.Current };

    /// <summary>Whether a submission whose resuming failed is given up instead of being tried again.</summary>
    /// <param name="submission">As its row says.</param>
    /// <param name="mayPass">Whether the failure may pass by itself, as an outage or a deadline does.</param>
    /// <param name="now">The time.</param>
    public static bool IsGivenUpAfterFailure(Submission submission, bool mayPass, DateTimeOffset now) =>
        submission.State == SubmissionState.Received && !mayPass && submission.UploadedAt <= now - GivenUpAfter;
}
