using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Checks;

/// <summary>The result of checking a stored workbook again.</summary>
public abstract record CheckAgainOutcome
{
    private CheckAgainOutcome()
    {
    }

    public sealed record Checked(Check Check) : CheckAgainOutcome;

    /// <summary>Too many workbooks are being read at the moment; the person can try again later.</summary>
    public sealed record Busy : CheckAgainOutcome;

    /// <summary>The workbook was deleted from storage.</summary>
    public sealed record Gone : CheckAgainOutcome;
}

/// <summary>A form that a person has submitted.</summary>
/// <param name="Id">Identifies one rendering of the form, so that submitting it twice is idempotent.</param>
/// <param name="Who">The name of the person who submitted the form.</param>
public sealed record SentForm(string Id, string Who);

/// <summary>
/// Checks a stored workbook again and compares it with the submission that is now the department's current one. Used when a newer
/// submission was accepted after the first check, or when a department wants to return to an earlier submission.
/// </summary>
public sealed class CheckAgain(CheckStore checks, SubmissionStore submissions, Checking checking, WorkbookGates gates)
{
    public async Task<CheckAgainOutcome> OfCheckAsync(Check check, ReportingYear year, SentForm form, CancellationToken cancellation) =>
        await CheckAsync(await checks.WorkbookAsync(check.Id, cancellation), workbook => UploadOf(check.Id.Department, year, workbook,
            form) with
        { FileName = check.FileName, Edits = check.Edits }, form, cancellation);

    public async Task<CheckAgainOutcome> OfSubmissionAsync(
        Submission submission, ReportingYear year, SentForm form, CancellationToken cancellation) => await CheckAsync(
        await submissions.OriginalAsync(submission.Id, cancellation),
        workbook => UploadOf(submission.Id.Department, year, workbook, form) with { FileName = submission.FileName }, form, cancellation);

    private async Task<CheckAgainOutcome> CheckAsync(
        ReadOnlyMemory<byte>? kept, Func<ReadOnlyMemory<byte>, Upload> uploadOf, SentForm form, CancellationToken cancellation)
    {
        if (kept is not { } workbook)
            return new CheckAgainOutcome.Gone();
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        return place is null
            ? new CheckAgainOutcome.Busy()
            : new CheckAgainOutcome.Checked(await checking.CheckAsync(uploadOf(workbook), form.Id, place, cancellation));
    }

    private static Upload UploadOf(string department, ReportingYear year, ReadOnlyMemory<byte> workbook, SentForm form) =>
        new(year, year.Register.Department(department), workbook, null, form.Who);
}
