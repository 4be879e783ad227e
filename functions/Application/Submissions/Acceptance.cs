using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Accepts a workbook. The steps are ordered so that a crash between any two of them is recoverable: store the workbook, add a row for the
/// submission to the table, check the workbook, write the records, set the row to Ready, make the submission the department's current one
/// (by compare-and-swap of the pointer to the current submission), write the audit entry, set the row to Accepted.
/// <see cref="ResumeAsync"/> continues from the state in the row.
/// </summary>
public sealed class Acceptance(
    SubmissionStore submissions,
    CurrentStore current,
    EarlierReports earlier,
    Attempts attempts,
    SubmissionReading reading,
    CurrentSwitch currentSwitch,
    SubmissionEnds ends,
    WorkbookGates gates,
    CityTelemetry telemetry,
    TimeProvider time,
    ILogger<Acceptance> log)
{
    private const int MostTurns = 5;

    /// <summary>
    /// Waits for a slot in the gate that limits concurrent reading, then submits the workbook: stores it, checks it, and makes it the
    /// department's current submission unless it has errors.
    /// </summary>
    /// <param name="upload">The workbook, with its reporting year and department.</param>
    /// <param name="cancellation">Cancelled only when the process stops, not when the client disconnects. It also aborts the reading of
    /// the workbook; the sweep later resumes a submission whose row is already stored.</param>
    public async Task<UploadOutcome> AcceptAsync(Upload upload, CancellationToken cancellation)
    {
        using var place = await gates.Readings.EnterAsync(cancellation);
        return await AcceptAsync(upload, place, cancellation);
    }

    /// <param name="upload">The workbook, with its reporting year and department.</param>
    /// <param name="place">The caller's slot in the gate that limits concurrent reading. It is released as soon as the workbook is
    /// read.</param>
    /// <param name="cancellation">Cancelled only when the process stops, not when the client disconnects. It also aborts the reading of
    /// the workbook; the sweep later resumes a submission whose row is already stored.</param>
    public async Task<UploadOutcome> AcceptAsync(Upload upload, Place place, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var activity = CityTelemetry.Activities.StartActivity("submission");
        var outcome = await ReceiveAsync(upload, place, cancellation);
        var name = outcome.GetType().Name.ToLowerInvariant();
        activity?.SetTag("submission.id", outcome.Submission.Id.Value).SetTag("submission.outcome", name);
        telemetry.Submitted(name, time.GetElapsedTime(began));
        return outcome;
    }

    /// <summary>
    /// Resumes an unfinished submission. If it was already checked, it continues without its workbook. If its reading was started too
    /// often, it is abandoned, because the workbook probably crashed the process.
    /// </summary>
    public async Task<UploadOutcome> ResumeAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        log.LogInformation("Submission {Submission} resumed from {State}", submission.Id, submission.State);
        return await attempts.NextStepAsync(submission, cancellation) switch
        {
            SubmissionStep.FinishAbandoning => await ends.FinishAbandoningAsync(submission, cancellation),
            SubmissionStep.GiveUp => await ends.AbandonUnreadAsync(submission, cancellation),
            SubmissionStep.Read => await ReadAgainAsync(submission, year, cancellation),
            SubmissionStep.MoveCurrent or SubmissionStep.None => await ContinueAsync(submission, null, cancellation),
            var step => throw new InvalidOperationException($"{step} is not a step of a submission."),
        };
    }

    /// <summary>Derives the outcome of a submission from its row.</summary>
    public Task<UploadOutcome> OutcomeOfAsync(Submission submission, CancellationToken cancellation) =>
        OutcomeOfAsync(submission, problems: null, cancellation);

    private async Task<UploadOutcome> ReceiveAsync(Upload upload, Place place, CancellationToken cancellation)
    {
        var (year, department, now) = (upload.Year, upload.Department.Code, time.GetUtcNow());
        var id = upload.Id ?? SubmissionId.New(year.Year, department, now);
        var hash = Sha256.HexOf(upload.Workbook.Span);
        if (year.Closing is { } closing)
            return new UploadOutcome.YearClosed(upload.ToSubmission(id, hash, now), closing);
        var counting = await current.OfYearAsync(year.Year, cancellation);
        var pointer = counting.FirstOrDefault(p => p.Department == department);
        if (!upload.ChangesNotes && pointer?.Sha256 == hash && await earlier.SubmissionAsync(pointer.Submission, cancellation) is { } same)
            return new UploadOutcome.Unchanged(same);
        if (upload.Id is { } given && await submissions.FindAsync(given, cancellation) is { } begun)
            return begun.HasEnded ? await OutcomeOfAsync(begun, cancellation) : new UploadOutcome.TakenOver(begun);
        if (upload.Seen?.IsReplacedBy(pointer) == true)
            return new UploadOutcome.Overtaken(upload.ToSubmission(id, hash, now), pointer?.Counting());
        // The new row already counts the first attempt to read the workbook. The earlier report is read before the row is added, so that a
        // storage failure here uses up no attempt.
        var before = await earlier.FindAsync(id, pointer?.Submission, new(year.Register, counting), cancellation);
        await submissions.SaveOriginalAsync(id, upload.Workbook, cancellation);
        var row = upload.ToSubmission(id, hash, now) with { Supersedes = pointer?.Submission, CurrentVersion = pointer?.Version };
        // The row already exists when the same form was submitted twice at the same time. The other request continues the submission.
        if (await submissions.TryAddAsync(row with { Attempts = 1, AttemptedAt = now, Trace = UploadTraces.Current }, cancellation)
            is not { } received)
            return new UploadOutcome.TakenOver(row);
        log.LogInformation("Submission {Submission} received, {Size} bytes", id, upload.Workbook.Length);
        return await ContinueAsync(received, new(year, upload.Workbook, before, IsFirst: true) { Place = place }, cancellation);
    }

    private async Task<UploadOutcome> ReadAgainAsync(Submission submission, ReportingYear year, CancellationToken cancellation)
    {
        using var place = await gates.Readings.EnterAsync(cancellation);
        if (await submissions.OriginalAsync(submission.Id, cancellation) is not { } workbook)
            return await ends.AbandonAsync(submission, cancellation);
        var before = await earlier.FindAsync(
            submission.Id, submission.Supersedes, new(year.Register, await current.OfYearAsync(year.Year, cancellation)), cancellation);
        if (await attempts.BeginAsync(submission, cancellation) is not Written<Submission>(var begun))
            return new UploadOutcome.TakenOver(submission);
        return await ContinueAsync(begun, new(year, workbook, before, IsFirst: false) { Place = place }, cancellation);
    }

    // The attempt may be null if the submission is already checked.
    private async Task<UploadOutcome> ContinueAsync(Submission submission, Attempt? attempt, CancellationToken cancellation)
    {
        IReadOnlyList<Problem>? problems = null;
        for (var turn = 1; submission.State is SubmissionState.Received or SubmissionState.Ready; turn++)
        {
            // Each iteration advances the state, in this process or in another one, so a few iterations suffice. If they do not, another
            // process is working on the submission and continues it.
            if (turn > MostTurns)
                return new UploadOutcome.TakenOver(submission);
            (var outcome, problems) = submission.State == SubmissionState.Received
                ? await reading.ReadAsync(submission, attempt!, cancellation)
                : (await currentSwitch.SwitchAsync(submission, cancellation), problems);
            if (outcome is Written<Submission>(var written))
                submission = written;
            else
                (submission, problems) = (await OvertakenAsync(submission, cancellation), null);
            attempt = attempt?.Again();
        }

        return await OutcomeOfAsync(submission, problems, cancellation);
    }

    private async Task<Submission> OvertakenAsync(Submission submission, CancellationToken cancellation)
    {
        var found = await submissions.FindAsync(submission.Id, cancellation)
            ?? throw new InvalidDataException($"The row of submission {submission.Id} is missing.");
        // Another process has ended the submission and removed its records. This process may have written records after that, so they are
        // removed again.
        if (found.State is SubmissionState.Conflict or SubmissionState.Abandoned)
            await ends.ClearAsync(found, cancellation);
        return found;
    }

    // Reads the problems from the store if the caller passes null.
    private async Task<UploadOutcome> OutcomeOfAsync(
        Submission submission, IReadOnlyList<Problem>? problems, CancellationToken cancellation) =>
        submission.State switch
        {
            SubmissionState.Accepted =>
                new UploadOutcome.Accepted(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
            SubmissionState.Rejected =>
                new UploadOutcome.Rejected(submission, problems ?? await submissions.ProblemsAsync(submission.Id, cancellation)),
            SubmissionState.Abandoned =>
                new UploadOutcome.Abandoned(submission, await submissions.ProblemsAsync(submission.Id, cancellation)),
            _ => new UploadOutcome.Conflict(submission),
        };
}
