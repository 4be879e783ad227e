using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>A declaration that a department has nothing to report in a year.</summary>
/// <param name="Seen">The submission that was in effect on the screen with the form. If another one is in effect now, it stays.</param>
public sealed record NothingDeclared(ReportingYear Year, Department Department, SeenSubmission Seen);

/// <summary>
/// Lets a department, or the coordinator on its behalf, declare without a workbook that it has nothing to report (該当なし). The result is a
/// submission without records. It is accepted like any other, so the next publication no longer contains the department's earlier records.
/// </summary>
public sealed class NothingToReport(
    SubmissionStore submissions, CurrentStore current, EarlierReports earlier, Acceptance acceptance, TimeProvider time)
{
    // SHA-256 of zero bytes. No upload has this hash, because empty files are refused.
    private const string NoWorkbook = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly FindingTally NoFindings = new(0, 0, 0, 0);

    /// <summary>
    /// Declares that a department has nothing to report. The submission's row is written in the state Ready, in which nothing is left to
    /// read from a workbook. If the process crashes after writing the row, the regular sweep, which resumes interrupted work, accepts the
    /// submission.
    /// </summary>
    /// <param name="declared">What is declared, and the report that the declaration replaces.</param>
    /// <param name="who">The person who declares it.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps.</param>
    public async Task<UploadOutcome> DeclareAsync(NothingDeclared declared, Submitter who, CancellationToken cancellation)
    {
        var (year, department, seen) = declared;
        var now = time.GetUtcNow();
        var id = SubmissionId.New(year.Year, department.Code, now);
        var pointer = await current.FindAsync(year.Year, department.Code, cancellation);
        var row = new Submission(id, SubmissionState.Ready, null, NoWorkbook, 0, now, who.Name, pointer?.Submission, pointer?.Version)
        {
            Counts = RecordCounts.Zero,
            Records = 0,
            Findings = NoFindings,
            DeclaresNothing = true,
            IsOnBehalf = who.IsOnBehalf,
        };
        if (year.Closing is { } closing)
            return new UploadOutcome.YearClosed(row, closing);
        if (await DeclaredAsync(pointer, cancellation) is { } same)
            return new UploadOutcome.Unchanged(same);
        if (seen.IsReplacedBy(pointer))
            return new UploadOutcome.Overtaken(row, pointer?.Counting());
        var outcome = await acceptance.ResumeAsync(await submissions.AddAsync(row, cancellation), year, cancellation);
        // If the form is sent twice at the same time, only one of the two declarations comes into effect.
        return outcome is UploadOutcome.Conflict
            && await DeclaredAsync(await current.FindAsync(year.Year, department.Code, cancellation), cancellation) is { } other
            ? new UploadOutcome.Unchanged(other)
            : outcome;
    }

    private async Task<Submission?> DeclaredAsync(CurrentPointer? pointer, CancellationToken cancellation) =>
        pointer is { DeclaresNothing: true } ? await earlier.SubmissionAsync(pointer.Submission, cancellation) : null;
}
