using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Local.LocalRun;

/// <summary>
/// Loads the sample workbooks of the 2018 report into empty storage, in the same way as real uploads, and releases the year.
/// </summary>
internal sealed class SampleYear(YearStore years, CurrentStore current, Acceptance acceptance, Register register, TextWriter output)
{
    private static readonly FiscalYear Year = FiscalYear.Of(2018);

    /// <returns>The number of workbooks that were accepted now; zero if the year is already released. Workbooks of departments that already
    /// have a submission are skipped and not counted.</returns>
    public async Task<int> LoadAsync(string folder, CancellationToken cancellation)
    {
        await years.OpenAsync(Year, register, cancellation);
        var year = await years.FindAsync(Year, cancellation)
            ?? throw new InvalidDataException("The sample year was opened but cannot be found.");
        var present = (await current.OfYearAsync(Year, cancellation)).Select(p => p.Department).ToHashSet(StringComparer.Ordinal);
        var accepted = 0;
        foreach (var file in year.IsReleased ? [] : FolderOfWorkbooks.In(folder))
            accepted += await AcceptAsync(file, year, present, cancellation);
        if (!year.IsReleased)
            await years.ReleaseAsync(Year, cancellation);
        return accepted;
    }

    private async Task<int> AcceptAsync(string file, ReportingYear year, HashSet<string> present, CancellationToken cancellation)
    {
        var workbook = await File.ReadAllBytesAsync(file, cancellation);
        var reading = WorkbookReader.Read(
            workbook, new(year.Register, year.Year, null) { FileName = Path.GetFileName(file) }, cancellation);
        var department = year.Register.FindDepartment(reading.Department ?? "")
            ?? throw new InvalidDataException($"{Path.GetFileName(file)} names no department.");
        if (present.Contains(department.Code))
            return 0;
        var outcome = await acceptance.AcceptAsync(new(year, department, workbook, Path.GetFileName(file), "samples"), cancellation);
        await output.WriteLineAsync($"  {Path.GetFileName(file)}: {Describe(outcome)}");
        return outcome is UploadOutcome.Accepted ? 1 : 0;
    }

    private static string Describe(UploadOutcome outcome) => outcome is UploadOutcome.Accepted { Submission.Counts: { } counts }
        ? string.Join(", ", counts.Present().Select(c => $"{c.Count} {c.Facts.Plural.Replace('-', ' ')}").Prepend("accepted"))
        : outcome.GetType().Name;
}
