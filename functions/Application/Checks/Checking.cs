using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Application.Checks;

/// <summary>
/// Checks a workbook (点検) exactly as it is checked when it is submitted, but stores only the workbook and the result of the check, and only
/// for a day. The department's current submission does not change.
/// </summary>
public sealed class Checking(
    CheckStore checks, CurrentStore current, EarlierReports earlier, FoundProblems found, TimeProvider time, ILogger<Checking> log)
{
    /// <param name="upload">The workbook, with its reporting year and department.</param>
    /// <param name="form">Identifies one rendering of the form with which the workbook was uploaded or the check was requested.</param>
    /// <param name="place">The caller's slot in the gate that limits how many workbooks are read at the same time.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps. A cancelled check is not resumed: uploading the workbook
    /// again checks it from the beginning.</param>
    /// <returns>The new check, or the stored one if the same workbook was already uploaded with the same rendering of the form.</returns>
    public async Task<Check> CheckAsync(Upload upload, string form, Place place, CancellationToken cancellation)
    {
        var hash = Sha256.HexOf(upload.Workbook.Span);
        var id = CheckId.Of(upload.Year.Year, upload.Department.Code, form, hash);
        if (await checks.FindAsync(id, cancellation) is { } kept)
            return kept;
        await checks.SaveWorkbookAsync(id, upload.Workbook, cancellation);
        var check = await ReadAsync(upload, new StoredWorkbook(id, hash), place, cancellation);
        log.LogInformation("Check {Check} found {Problems} problems in {Size} bytes", id, check.Problems.Count, check.Size);
        return await checks.AddAsync(check, cancellation);
    }

    private async Task<Check> ReadAsync(Upload upload, StoredWorkbook stored, Place place, CancellationToken cancellation)
    {
        var counting = await current.OfYearAsync(upload.Year.Year, cancellation);
        var pointer = counting.FirstOrDefault(p => p.Department == upload.Department.Code);
        var now = time.GetUtcNow();
        var submission = SubmissionId.New(upload.Year.Year, upload.Department.Code, now);
        var before = await earlier.FindAsync(submission, pointer?.Submission, new(upload.Year.Register, counting), cancellation);
        var reading = await ReadAsync(upload, before, place, cancellation);
        var (records, _) = Identities.Assign(upload.Department.Code, reading.Records, before.Records, before.Numbers.Numbers);
        var problems = before.ProblemsOf(reading).NameRecords(records);
        var noted = records.WithNotes(problems.NotesFrom(await found.ConfirmationsAsync(submission, problems, cancellation)));
        var fixes = await FoundFixes.FindAsync(
            new(upload.Workbook, before.RequestOf(upload.Year, upload.Department.Code), problems), place, cancellation);
        return new(
            stored.Id, submission, upload.FileName, stored.Hash, upload.Workbook.Length, now, upload.Who, pointer?.Submission,
            pointer?.Sha256 == stored.Hash,
            reading.Counts, problems, Compare(upload, pointer, before.Records, noted))
        {
            Edits = upload.Edits,
            Fixes = fixes,
            Readability = reading.Readability,
        };
    }

    /// <summary>The id of the check, under which the workbook is stored, and the SHA-256 of the workbook.</summary>
    private sealed record StoredWorkbook(CheckId Id, string Hash);

    private static async Task<WorkbookReading> ReadAsync(Upload upload, EarlierReport before, Place place, CancellationToken cancellation)
    {
        var request = before.RequestOf(upload.Year, upload.Department.Code);
        try
        {
            return await place.RunAsync(stopping => WorkbookReader.Read(upload.Workbook, request, stopping), cancellation);
        }
        catch (TimeoutException)
        {
            return new(upload.Department.Code, null, null, false, DepartmentRecords.Empty, [SubmissionFindings.NotFinished()], null);
        }
    }

    // Compares only with the current submission of the same reporting year. If there is none, the workbook counts as the first report of
    // the year and no changes are listed. The records in `before` are then those of the previous year; a comparison with them would list
    // the differences between two years as changes to the report of this year.
    private static Changes Compare(Upload upload, CurrentPointer? pointer, DepartmentRecords before, DepartmentRecords now)
    {
        var code = upload.Department.Code;
        var counting = pointer is null ? null : new DepartmentSubmission(code, pointer.Submission, pointer.SubmittedAt, before);
        return DepartmentChanges.Between(upload.Year.Year, upload.Year.Register, counting, new(code, "", default, now));
    }
}
