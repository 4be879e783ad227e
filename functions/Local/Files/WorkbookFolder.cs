using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Local.Files;

/// <summary>
/// The workbooks in a folder, as submissions without an upload: the time of a submission is the time when its workbook was last modified,
/// and its id is the workbook's SHA-256.
/// </summary>
/// <param name="Failure">Why no site can be built from the workbooks; null if a site can be built.</param>
internal sealed record WorkbookFolder(
    IReadOnlyList<(string File, WorkbookReading Reading)> Readings, IReadOnlyList<DepartmentSubmission> Submissions, string? Failure)
{
    public static Task<WorkbookFolder> ReadAsync(
        DirectoryInfo folder, Register register, FiscalYear year, CancellationToken cancellation) =>
        ReadAsync(folder, new(register, year), cancellation);

    /// <param name="folder">The folder of the workbooks.</param>
    /// <param name="known">Caches earlier results: an unchanged workbook is not read again.</param>
    /// <param name="cancellation">Cancels the reading, also in the middle of a workbook.</param>
    public static async Task<WorkbookFolder> ReadAsync(DirectoryInfo folder, KnownWorkbooks known, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder.FullName))
            return new([], [], File.Exists(folder.FullName)
                ? $"--from takes a folder of workbooks; {folder.FullName} is a file." : $"{folder.FullName} does not exist.");
        List<KnownWorkbook> workbooks = [];
        foreach (var path in FolderOfWorkbooks.In(folder.FullName))
            workbooks.Add(await known.ReadAsync(path, cancellation));
        List<(string File, WorkbookReading Reading)> readings = [.. workbooks.Select(w => (w.File, w.Reading))];
        return new(readings, [.. workbooks.Select(w => w.Submission).OfType<DepartmentSubmission>()], FailureOf(folder, readings));
    }

    private static string? FailureOf(DirectoryInfo folder, List<(string File, WorkbookReading Reading)> readings)
    {
        if (readings.Count == 0)
            return $"{folder.FullName} contains no workbook.";
        if (readings.Where(r => !r.Reading.IsAccepted).Select(r => r.File).ToList() is { Count: > 0 } rejected)
            return $"Rejected: {string.Join(", ", rejected)}. No site was made.";
        var twice = readings.GroupBy(r => r.Reading.Department, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? null
            : $"There is more than one workbook of {twice.Key}: {string.Join(", ", twice.Select(r => r.File))}. No site was made.";
    }
}
