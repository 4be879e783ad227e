using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Checks;

/// <summary>The result of turning a check (a dry run of an upload) into a submission.</summary>
public abstract record CheckSubmissionOutcome
{
    private CheckSubmissionOutcome()
    {
    }

    /// <summary>
    /// <see cref="Acceptance"/> has processed the workbook of the check; <paramref name="Outcome"/> tells whether the submission was
    /// accepted.
    /// </summary>
    public sealed record Done(UploadOutcome Outcome) : CheckSubmissionOutcome;

    /// <summary>The state of the check does not allow a submission; nothing was submitted.</summary>
    public sealed record Refused(CheckStanding Standing) : CheckSubmissionOutcome;

    /// <summary>Nothing was submitted, because the check has expired, or because the check or its workbook was deleted.</summary>
    public sealed record Expired : CheckSubmissionOutcome;
}

/// <summary>A check (the stored result of a dry run of a submission) with its current state.</summary>
/// <param name="Counting">The department's current submission; null if it has none.</param>
/// <param name="Unconfirmed">The findings of the check that staff must confirm before the check can be submitted.</param>
public sealed record CheckStanding(Check Check, CheckState State, Submission? Counting, EquatableList<Problem> Unconfirmed)
{
    /// <summary>
    /// The reasons that staff gave for unusual values and chose to publish. Once the check is submitted, the next publication shows them as
    /// notes (公開する注記).
    /// </summary>
    public EquatableList<PublishedNote> Notes { get; init; } = [];

    /// <summary>
    /// Whether the file is that of the current submission, but a reason was given or withdrawn since. The file can then be submitted again,
    /// because a submission fixes its notes.
    /// </summary>
    public bool ChangesNotes { get; init; }
}

/// <summary>Submits a check (点検したものを提出する): the submission consists of exactly the bytes that were checked.</summary>
public sealed class CheckSubmission(
    CheckStore checks, CurrentStore current, EarlierReports earlier, ValueConfirmations confirmations, Acceptance acceptance,
    TimeProvider time)
{
    /// <returns>Null when the check has expired or was deleted.</returns>
    public async Task<CheckStanding?> FindAsync(CheckId id, CancellationToken cancellation)
    {
        if (await checks.FindAsync(id, cancellation) is not { } check || CheckDecisions.IsExpired(check, time.GetUtcNow()))
            return null;
        var counting = (await current.FindAsync(id.ReportingYear, id.Department, cancellation))?.Submission;
        var submission = counting is null ? null : await earlier.SubmissionAsync(counting, cancellation);
        var confirmed = check.Problems.Any(p => p.AsksForConfirmation)
            ? await confirmations.OfAsync(new(id.ReportingYear, id.Department), cancellation)
            : [];
        var unconfirmed = check.Problems.Unconfirmed(confirmed);
        // As long as the submission with which the check was compared is in effect, the check's own submission was not accepted.
        var submitted = counting == check.Supersedes ? null : await earlier.SubmissionAsync(check.Submission.Value, cancellation);
        var changesNotes = check.IsSameFile && submission is not null && check.Problems.HaveReasonsSince(confirmed, submission.UploadedAt);
        var state = CheckDecisions.StateOf(
            changesNotes ? check with { IsSameFile = false } : check, counting, submitted, unconfirmed.Count);
        return new(check, state, submission, unconfirmed) { Notes = check.Problems.NotesFrom(confirmed), ChangesNotes = changesNotes };
    }

    /// <param name="id">The id of the check.</param>
    /// <param name="year">The reporting year of the check.</param>
    /// <param name="who">The person who submits the check.</param>
    /// <param name="cancellation">Cancelled only when the process stops.</param>
    public async Task<CheckSubmissionOutcome> SubmitAsync(CheckId id, ReportingYear year, Submitter who, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } standing || await checks.WorkbookAsync(id, cancellation) is not { } workbook)
            return new CheckSubmissionOutcome.Expired();
        if (standing.State is not (CheckState.Ready or CheckState.SameFile or CheckState.Submitted))
            return new CheckSubmissionOutcome.Refused(standing);
        var upload = new Upload(year, year.Register.Department(id.Department), workbook, standing.Check.FileName, who.Name)
        {
            Id = standing.Check.Submission,
            IsOnBehalf = who.IsOnBehalf,
            Seen = new(standing.Check.Supersedes),
            ChangesNotes = standing is { State: CheckState.Ready, ChangesNotes: true },
        };
        var outcome = await acceptance.AcceptAsync(upload, cancellation);
        return outcome is UploadOutcome.Overtaken
            ? await RefuseAsync(id, cancellation)
            : new CheckSubmissionOutcome.Done(outcome);
    }

    // Another submission came into effect while this one waited for its workbook to be read.
    private async Task<CheckSubmissionOutcome> RefuseAsync(CheckId id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } standing
            ? new CheckSubmissionOutcome.Refused(standing)
            : new CheckSubmissionOutcome.Expired();
}

/// <summary>Provides the workbook of a check, as uploaded or with its problems marked in the cells (指摘).</summary>
public sealed class MarkedChecks(CheckStore checks, WorkbookGates gates)
{
    /// <returns>Null when the workbook was deleted from storage.</returns>
    public Task<ReadOnlyMemory<byte>?> OriginalAsync(CheckId id, CancellationToken cancellation) => checks.WorkbookAsync(id, cancellation);

    public async Task<MarkedReport> MakeAsync(Check check, CancellationToken cancellation)
    {
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        if (place is null)
            return new MarkedReport.Busy();
        if (await checks.WorkbookAsync(check.Id, cancellation) is not { } workbook)
            return new MarkedReport.Missing();
        return await MarkedReports.TryMarkAsync(new(workbook, check.Problems), place, cancellation) is { } marked
            ? new MarkedReport.Ready(new MemoryStream(marked, writable: false))
            : new MarkedReport.TooLong();
    }
}
