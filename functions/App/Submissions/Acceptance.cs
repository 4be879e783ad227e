using System.Security.Cryptography;
using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Telemetry;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Functions.Submissions;

/// <summary>
/// Accepts a workbook, in the order that loses nothing: original, row, check, records, ready, current pointer by
/// compare-and-swap, audit, accepted. Whatever step a process dies in, <see cref="ResumeAsync"/> goes on from the row.
/// </summary>
public sealed class Acceptance(
    SubmissionStore submissions,
    RecordStore records,
    CurrentStore current,
    EarlierReports earlier,
    Attempts attempts,
    SubmissionEnds ends,
    WorkbookGates gates,
    CityTelemetry telemetry,
    TimeProvider time,
    ILogger<Acceptance> log)
{
    private const int MostSteps = 5;

    /// <summary>Waits its turn to be read.</summary>
    /// <param name="upload">The workbook and where it belongs.</param>
    /// <param name="cancellation">Stops only between steps, and only when the process stops: a client that hangs up has submitted all the
    /// same.</param>
    public async Task<UploadOutcome> AcceptAsync(Upload upload, CancellationToken cancellation)
    {
        using var place = await gates.Readings.EnterAsync(cancellation);
        return await AcceptAsync(upload, place, cancellation);
    }

    /// <param name="upload">The workbook and where it belongs.</param>
    /// <param name="place">Where it is read. It is free for the next workbook as soon as this one is read.</param>
    /// <param name="cancellation">Stops only between steps, and only when the process stops: a client that hangs up has submitted all the
    /// same.</param>
    public async Task<UploadOutcome> AcceptAsync(Upload upload, Place place, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var activity = CityTelemetry.Activities.StartActivity("submission");
        var outcome = await ReceiveAsync(upload, place, cancellation);
        activity?.SetTag("submission.id", outcome.Submission.Id.Value).SetTag("submission.outcome", outcome.GetType().Name.ToLowerInvariant());
        telemetry.Submitted(outcome, time.GetElapsedTime(began));
        return outcome;
    }

    /// <summary>
    /// Takes a submission that stayed half done to its end. One that is checked needs its workbook no more; one whose reading was begun
    /// too often is given up.
    /// </summary>
    public async Task<UploadOutcome> ResumeAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} resumed from {State}", submission.Id, submission.State);
        if (submission.State != SubmissionState.Received)
            return await ContinueAsync(submission, null, cancellation);
        return await attempts.AreUsedUpAsync(submission, cancellation)
            ? await ends.AbandonUnreadAsync(submission, cancellation)
            : await ReadAgainAsync(submission, year, cancellation);
    }

    /// <summary>What became of a submission, from its row.</summary>
    public Task<UploadOutcome> OutcomeOfAsync(Submission submission, CancellationToken cancellation) => OutcomeOfAsync(submission, problems: null, cancellation);

    private async Task<UploadOutcome> ReceiveAsync(Upload upload, Place place, CancellationToken cancellation)
    {
        var (year, department) = (upload.Year, upload.Department.Code);
        var counting = await current.OfYearAsync(year.Year, cancellation);
        var pointer = counting.FirstOrDefault(p => p.Department == department);
        var hash = Convert.ToHexStringLower(SHA256.HashData(upload.Workbook.Span));
        if (pointer?.Sha256 == hash && await earlier.SubmissionAsync(pointer.Submission, cancellation) is { } same)
            return new UploadOutcome.Unchanged(same);
        var now = time.GetUtcNow();
        var id = SubmissionId.New(year.Year, department, now);
        // Before the row, which counts the reading: storage that fails here does not use up an attempt.
        var before = await earlier.FindAsync(id, pointer?.Submission, counting, cancellation);
        await submissions.SaveOriginalAsync(id, upload.Workbook, cancellation);
        var row = new Submission(id, SubmissionState.Received, upload.FileName, hash, upload.Workbook.Length, now, upload.Who, pointer?.Submission, pointer?.ETag);
        var received = await submissions.AddAsync(row with { Attempts = 1, AttemptedAt = now }, cancellation);
        log.LogInformation("Submission {Submission} received, {Size} bytes", id, upload.Workbook.Length);
        return await ContinueAsync(received, new(year, upload.Workbook, before, IsFirst: true) { Place = place }, cancellation);
    }

    private async Task<UploadOutcome> ReadAgainAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        using var place = await gates.Readings.EnterAsync(cancellation);
        if (await submissions.OriginalAsync(submission.Id, cancellation) is not { } workbook)
            return await ends.AbandonAsync(submission, cancellation);
        var before = await earlier.FindAsync(submission.Id, submission.Supersedes, await current.OfYearAsync(year.Year, cancellation), cancellation);
        var begun = await attempts.BeginAsync(submission, cancellation);
        return await ContinueAsync(begun, new(year, workbook, before, IsFirst: false) { Place = place }, cancellation);
    }

    // What is checked already needs no attempt.
    private async Task<UploadOutcome> ContinueAsync(Submission submission, Attempt? attempt, CancellationToken cancellation)
    {
        var (ended, problems) = (submission, (IReadOnlyList<Problem>?)null);
        for (var step = 1; ended.State is SubmissionState.Received or SubmissionState.Ready; step++)
        {
            (ended, var found) = await StepAsync(ended, step == 1 ? attempt : attempt?.Again(), step, cancellation);
            problems = found ?? problems;
        }

        return await OutcomeOfAsync(ended, problems, cancellation);
    }

    // Problems that are not at hand are read from where they are kept.
    private async Task<UploadOutcome> OutcomeOfAsync(Submission submission, IReadOnlyList<Problem>? problems, CancellationToken cancellation) => submission.State switch
    {
        SubmissionState.Accepted => new UploadOutcome.Accepted(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
        SubmissionState.Rejected => new UploadOutcome.Rejected(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
        SubmissionState.Abandoned => new UploadOutcome.Abandoned(submission, await submissions.ProblemsAsync(submission.Id, cancellation)),
        _ => new UploadOutcome.Conflict(submission),
    };

    private async Task<(Submission Submission, IReadOnlyList<Problem>? Problems)> StepAsync(
        Submission submission, Attempt? attempt, int step, CancellationToken cancellation)
    {
        try
        {
            return submission.State == SubmissionState.Received
                ? await CheckAsync(submission, attempt!, cancellation)
                : (await MoveCurrentAsync(submission, cancellation), null);
        }
        catch (RequestFailedException moved) when (moved.Status == 412 && step < MostSteps)
        {
            // Another process has moved the row on, or our own write arrived and its answer did not.
            var found = await submissions.FindAsync(submission.Id, cancellation) ?? submission;
            // That process may have removed the records before this one wrote them.
            if (found.State is SubmissionState.Conflict or SubmissionState.Abandoned)
                await ends.ClearAsync(found, cancellation);
            return (found, null);
        }
    }

    private async Task<(Submission Submission, IReadOnlyList<Problem>? Problems)> CheckAsync(Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        var reading = await ReadAsync(submission, attempt, cancellation);
        var (count, room) = (reading.Records.All.Count(), attempt.Before.Room);
        EquatableList<Problem> problems = room.Fits(count)
            ? reading.Problems
            : [SubmissionFindings.ReportTooLarge(room.With(count), ReportLimits.Records), .. reading.Problems];
        await submissions.SaveProblemsAsync(submission.Id, problems, cancellation);
        var @checked = submission with { Layout = NameOf(reading.Layout), Counts = reading.Counts, Records = count, ProblemCount = problems.Count };
        if (problems.Any(p => p.Severity == Severity.Error))
            return (await ends.EndAsync(@checked with { State = SubmissionState.Rejected }, cancellation), problems);
        var lastNumber = await WriteRecordsAsync(submission, attempt, reading.Records, cancellation);
        return (await submissions.UpdateAsync(@checked with { State = SubmissionState.Ready, LastNumber = lastNumber }, cancellation), problems);
    }

    private async Task<WorkbookReading> ReadAsync(Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        using var place = attempt.Place ?? await gates.Readings.EnterAsync(cancellation);
        var request = new WorkbookRequest(attempt.Year.Register, attempt.Year.Year, submission.Id.Department) { Known = attempt.Before.Records };
        try
        {
            return await place.RunAsync(stopping => WorkbookReader.Read(attempt.Workbook, request, stopping), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It stopped when it was told to: nothing says that it would not have ended.
            await attempts.GiveBackAsync(submission);
            throw;
        }
    }

    private async Task<int> WriteRecordsAsync(Submission submission, Attempt attempt, DepartmentRecords read, CancellationToken cancellation)
    {
        var (year, before) = (attempt.Year, attempt.Before);
        var department = year.Register.Department(submission.Id.Department);
        var (identified, lastNumber) = Identities.Assign(department.Code, read, before.Records, before.LastNumber);
        var stamped = identified.Stamp(submission.Id.Value, Source.CanonicalFile(year.Year, department), submission.UploadedAt);
        // Sources are those of the year's own workbooks; only identities last from year to year.
        var reported = submission.Supersedes is null ? stamped : stamped.CarryForward(before.Records);
        await (attempt.IsFirst ? records.WriteAsync(submission.Id.Value, reported, cancellation) : records.WriteAgainAsync(submission.Id.Value, reported, cancellation));
        return lastNumber;
    }

    private async Task<Submission> MoveCurrentAsync(Submission ready, CancellationToken cancellation)
    {
        var id = ready.Id;
        var pointer = new CurrentPointer(id.Department, id.Value, ready.Sha256, ready.UploadedAt, default) { Records = ready.Records };
        if (await current.TryMoveAsync(id.ReportingYear, pointer, ready.CurrentETag, cancellation))
            return await ends.EndAsync(ready with { State = SubmissionState.Accepted }, cancellation);
        var winner = await current.FindAsync(id.ReportingYear, id.Department, cancellation);
        if (winner?.Submission == id.Value || await WasSupersededAsync(id, cancellation))
            return await ends.EndAsync(ready with { State = SubmissionState.Accepted }, cancellation);
        // Before the row says that it has ended, or nobody would remove them after a crash. What lost once can never win.
        await records.RemoveAsync(id.Value, cancellation);
        return await ends.EndAsync(ready with { State = SubmissionState.Conflict, Winner = winner?.Submission }, cancellation);
    }

    // The pointer was moved to it, the process died before saying so, and a later submission has moved the pointer on.
    private async Task<bool> WasSupersededAsync(SubmissionId id, CancellationToken cancellation) =>
        (await submissions.HistoryAsync(id.ReportingYear, id.Department, cancellation)).Any(s => s.Supersedes == id.Value);

    private static string? NameOf(Layout? layout) => layout?.ToString().ToLowerInvariant();
}
