using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Application.Submissions;

/// <summary>Reads and checks the workbook of a submission, and stores the problems and records found in it.</summary>
public sealed class SubmissionReading(
    SubmissionStore submissions,
    RecordStore records,
    Attempts attempts,
    RecordNumbers numbers,
    FoundProblems foundProblems,
    SubmissionEnds ends,
    WorkbookGates gates)
{
    /// <summary>
    /// Reads the workbook and stores its problems. If it has no errors, also stores its records, and the submission becomes Ready;
    /// otherwise the submission ends as Rejected.
    /// </summary>
    /// <param name="submission">A received submission.</param>
    /// <param name="attempt">The attempt to read its workbook, which is already counted in its row.</param>
    /// <param name="cancellation">Cancelled only when the process stops.</param>
    /// <returns>The updated row, unless another process has changed it in the meantime, and the problems found.</returns>
    internal async Task<(WriteOutcome<Submission> Outcome, IReadOnlyList<Problem>? Problems)> ReadAsync(
        Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        var reading = await ReadWorkbookAsync(submission, attempt, cancellation);
        var count = reading.Records.All.Count();
        var problems = attempt.Before.ProblemsOf(reading);
        var isRejected = problems.Any(p => p.Severity == Severity.Error);
        var identified = isRejected
            ? reading.Records
            : await numbers.AssignAsync(
                submission.Id, attempt.Before.Numbers,
                known => Identities.Assign(submission.Id.Department, reading.Records, attempt.Before.Records, known),
                cancellation);
        problems = isRejected ? problems : problems.NameRecords(identified);
        await submissions.SaveProblemsAsync(submission.Id, problems, cancellation);
        var confirmations = await foundProblems.ConfirmationsAsync(submission.Id, problems, cancellation);
        var found = new CheckedWorkbook(NameOf(reading.Layout), reading.Counts, count, problems)
        {
            Findings = problems.Tally(confirmations),
            Readability = reading.Readability?.Scores,
            DeclaresNothing = reading.NothingToReport && count == 0,
        };
        var @checked = SubmissionDecisions.AfterCheck(submission, found);
        if (isRejected)
            return (await ends.EndAsync(@checked, cancellation), problems);
        await WriteRecordsAsync(submission, attempt, identified.WithNotes(problems.NotesFrom(confirmations)), cancellation);
        return (await submissions.UpdateAsync(@checked, cancellation), problems);
    }

    private async Task<WorkbookReading> ReadWorkbookAsync(Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        using var place = attempt.Place ?? await gates.Readings.EnterAsync(cancellation);
        var request = attempt.Before.RequestOf(attempt.Year, submission.Id.Department);
        try
        {
            return await place.RunAsync(stopping => WorkbookReader.Read(attempt.Workbook, request, stopping), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The process is stopping; reading the workbook did not time out. The attempt is not counted, because the workbook did not
            // cause it to fail.
            await attempts.GiveBackAsync(submission);
            throw;
        }
    }

    private Task WriteRecordsAsync(Submission submission, Attempt attempt, DepartmentRecords identified, CancellationToken cancellation)
    {
        var (year, before) = (attempt.Year, attempt.Before);
        var department = year.Register.Department(submission.Id.Department);
        var stamped = identified.Stamp(submission.Id.Value, Source.CanonicalFile(year.Year, department), submission.UploadedAt);
        // The source of a record names the workbook and the cells in which it was reported. An unchanged record keeps its source only
        // within the same reporting year, because a source must refer to a workbook of that year. From one year to the next, only the 管理番号
        // carries over.
        var reported = submission.Supersedes is null ? stamped : stamped.CarryForward(before.Records);
        return attempt.IsFirst
            ? records.WriteAsync(submission.Id.Value, reported, cancellation)
            : records.WriteAgainAsync(submission.Id.Value, reported, cancellation);
    }

    private static string? NameOf(WorkbookLayout? layout) => layout?.ToString().ToLowerInvariant();
}
