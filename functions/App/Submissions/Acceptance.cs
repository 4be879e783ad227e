using System.Security.Cryptography;
using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Telemetry;
using KawasakiServerless.Storage.Audit;
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
    SubmissionStore submissions, RecordStore records, CurrentStore current, AuditLog audit, CityTelemetry telemetry, TimeProvider time, ILogger<Acceptance> log)
{
    private const int MostAttempts = 5;

    /// <param name="upload">The workbook and where it belongs.</param>
    /// <param name="cancellation">Stops only between steps, and only when the process stops: a client that hangs up has submitted all the same.</param>
    public async Task<UploadOutcome> AcceptAsync(Upload upload, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var activity = CityTelemetry.Activities.StartActivity("submission");
        var outcome = await ReceiveAsync(upload, cancellation);
        activity?.SetTag("submission.id", outcome.Submission.Id.Value).SetTag("submission.outcome", outcome.GetType().Name.ToLowerInvariant());
        telemetry.Submitted(outcome, time.GetElapsedTime(began));
        return outcome;
    }

    /// <summary>Takes a submission that stayed half done to its end. One that is checked needs its workbook no more.</summary>
    public async Task<UploadOutcome?> ResumeAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} resumed from {State}", submission.Id, submission.State);
        var original = submission.State == SubmissionState.Received ? await submissions.OriginalAsync(submission.Id, cancellation) : ReadOnlyMemory<byte>.Empty;
        if (original is { } workbook)
            return await ContinueAsync(submission, new(year, workbook, IsFirst: false), cancellation);
        await AbandonAsync(submission, cancellation);
        return null;
    }

    /// <summary>Ends a submission that was received and cannot be checked, or goes on with that.</summary>
    /// <exception cref="RequestFailedException">412: another process has moved it on.</exception>
    public async Task AbandonAsync(Submission submission, CancellationToken cancellation)
    {
        // The row before the records: were another process ahead of this one, they would be records that count. It is the sweep's until all is done.
        var abandoned = submission.IsBeingAbandoned
            ? submission
            : await submissions.UpdateAsync(submission with { State = SubmissionState.Abandoned, IsBeingAbandoned = true }, cancellation);
        await AuditAsync(abandoned, cancellation);
        await records.RemoveAsync(submission.Id.Value, cancellation);
        await submissions.UpdateAsync(abandoned with { IsBeingAbandoned = false }, cancellation);
    }

    /// <summary>What became of a submission, from its row.</summary>
    public Task<UploadOutcome> OutcomeOfAsync(Submission submission, CancellationToken cancellation) => OutcomeOfAsync(submission, problems: null, cancellation);

    private async Task<UploadOutcome> ReceiveAsync(Upload upload, CancellationToken cancellation)
    {
        var (year, department) = (upload.Year, upload.Department.Code);
        var pointer = await current.FindAsync(year.Year, department, cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(upload.Workbook.Span));
        if (pointer?.Sha256 == hash && await FindAsync(pointer.Submission, cancellation) is { } same)
            return new UploadOutcome.Unchanged(same);
        var now = time.GetUtcNow();
        var id = SubmissionId.New(year.Year, department, now);
        await submissions.SaveOriginalAsync(id, upload.Workbook, cancellation);
        var received = await submissions.AddAsync(
            new(id, SubmissionState.Received, upload.FileName, hash, upload.Workbook.Length, now, upload.Who, pointer?.Submission, pointer?.ETag), cancellation);
        log.LogInformation("Submission {Submission} received, {Size} bytes", id, upload.Workbook.Length);
        return await ContinueAsync(received, new(year, upload.Workbook, IsFirst: true), cancellation);
    }

    private async Task<UploadOutcome> ContinueAsync(Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        var (ended, problems) = (submission, (IReadOnlyList<Problem>?)null);
        for (var step = 1; ended.State is SubmissionState.Received or SubmissionState.Ready; step++)
        {
            (ended, var found) = await StepAsync(ended, attempt with { IsFirst = attempt.IsFirst && step == 1 }, step, cancellation);
            problems = found ?? problems;
        }

        return await OutcomeOfAsync(ended, problems, cancellation);
    }

    // Problems that are not at hand are read from where they are kept.
    private async Task<UploadOutcome> OutcomeOfAsync(Submission submission, IReadOnlyList<Problem>? problems, CancellationToken cancellation) => submission.State switch
    {
        SubmissionState.Accepted => new UploadOutcome.Accepted(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
        SubmissionState.Rejected => new UploadOutcome.Rejected(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
        _ => new UploadOutcome.Conflict(submission),
    };

    private async Task<(Submission Submission, IReadOnlyList<Problem>? Problems)> StepAsync(
        Submission submission, Attempt attempt, int step, CancellationToken cancellation)
    {
        try
        {
            return submission.State == SubmissionState.Received
                ? await CheckAsync(submission, attempt, cancellation)
                : (await MoveCurrentAsync(submission, cancellation), null);
        }
        catch (RequestFailedException moved) when (moved.Status == 412 && step < MostAttempts)
        {
            // Another process has moved the row on, or our own write arrived and its answer did not.
            var found = await submissions.FindAsync(submission.Id, cancellation) ?? submission;
            // That process may have removed the records before this one wrote them.
            if (found.State is SubmissionState.Conflict or SubmissionState.Abandoned)
                await records.RemoveAsync(submission.Id.Value, cancellation);
            return (found, null);
        }
    }

    private async Task<(Submission Submission, IReadOnlyList<Problem>? Problems)> CheckAsync(Submission submission, Attempt attempt, CancellationToken cancellation)
    {
        var year = attempt.Year;
        var before = await BeforeAsync(submission, year, cancellation);
        var request = new WorkbookRequest(year.Register, year.Year, submission.Id.Department) { Known = before.Records };
        var reading = WorkbookReader.Read(attempt.Workbook, request, cancellation);
        await submissions.SaveProblemsAsync(submission.Id, reading.Problems, cancellation);
        var @checked = submission with { Layout = NameOf(reading.Layout), Counts = reading.Counts, ProblemCount = reading.Problems.Count };
        if (!reading.IsAccepted)
            return (await EndAsync(@checked with { State = SubmissionState.Rejected }, cancellation), reading.Problems);
        var lastNumber = await WriteRecordsAsync(submission, attempt, reading.Records, before, cancellation);
        return (await submissions.UpdateAsync(@checked with { State = SubmissionState.Ready, LastNumber = lastNumber }, cancellation), reading.Problems);
    }

    private async Task<ReportedBefore> BeforeAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        var last = submission.Supersedes ?? (await current.FindAsync(year.Year.Previous, submission.Id.Department, cancellation))?.Submission;
        return last is null
            ? new(DepartmentRecords.Empty, 0)
            : new(await records.ReadAsync(last, cancellation), (await FindAsync(last, cancellation))?.LastNumber ?? 0);
    }

    private async Task<int> WriteRecordsAsync(
        Submission submission, Attempt attempt, DepartmentRecords read, ReportedBefore before, CancellationToken cancellation)
    {
        var year = attempt.Year;
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
        var pointer = new CurrentPointer(id.Department, id.Value, ready.Sha256, ready.UploadedAt, default);
        if (await current.TryMoveAsync(id.ReportingYear, pointer, ready.CurrentETag, cancellation))
            return await EndAsync(ready with { State = SubmissionState.Accepted }, cancellation);
        var winner = await current.FindAsync(id.ReportingYear, id.Department, cancellation);
        if (winner?.Submission == id.Value || await WasSupersededAsync(id, cancellation))
            return await EndAsync(ready with { State = SubmissionState.Accepted }, cancellation);
        // Before the row says that it has ended, or nobody would remove them after a crash. What lost once can never win.
        await records.RemoveAsync(id.Value, cancellation);
        return await EndAsync(ready with { State = SubmissionState.Conflict, Winner = winner?.Submission }, cancellation);
    }

    // The pointer was moved to it, the process died before saying so, and a later submission has moved the pointer on.
    private async Task<bool> WasSupersededAsync(SubmissionId id, CancellationToken cancellation) =>
        (await submissions.HistoryAsync(id.ReportingYear, id.Department, cancellation)).Any(s => s.Supersedes == id.Value);

    // The audit line first: the sweep takes up what has not ended, so a crash in between leaves the line to be written again and never missing.
    private async Task<Submission> EndAsync(Submission ended, CancellationToken cancellation)
    {
        await AuditAsync(ended, cancellation);
        return await submissions.UpdateAsync(ended, cancellation);
    }

    private Task AuditAsync(Submission ended, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} {State}, {Problems} problems", ended.Id, ended.State, ended.ProblemCount);
        return audit.WriteAsync(new(ended.Id.Value, ended.UploadedBy, $"submission {ended.State}", ended.Id.Partition, ended.UploadedAt), cancellation);
    }

    private async Task<Submission?> FindAsync(string id, CancellationToken cancellation) =>
        SubmissionId.TryParse(id, out var parsed) ? await submissions.FindAsync(parsed, cancellation) : null;

    private static string? NameOf(Layout? layout) => layout?.ToString().ToLowerInvariant();
}

/// <summary>An attempt to take a submission to its end.</summary>
/// <param name="IsFirst">Nobody has written records of it before.</param>
internal sealed record Attempt(ReportingYear Year, ReadOnlyMemory<byte> Workbook, bool IsFirst);

/// <summary>What a department last reported, this year or the year before.</summary>
internal sealed record ReportedBefore(DepartmentRecords Records, int LastNumber);
