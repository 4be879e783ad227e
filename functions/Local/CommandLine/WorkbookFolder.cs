using System.Security.Cryptography;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>A folder of workbooks, read as submissions that were never uploaded: the time is the workbook's own, the id its SHA-256.</summary>
/// <param name="Failure">Why no site can be made of them; null when one can.</param>
internal sealed record WorkbookFolder(
    IReadOnlyList<(string File, WorkbookReading Reading)> Readings, IReadOnlyList<DepartmentSubmission> Submissions, string? Failure)
{
    public static async Task<WorkbookFolder> ReadAsync(DirectoryInfo folder, Register register, FiscalYear year, CancellationToken cancellation)
    {
        if (!folder.Exists)
            return new([], [], File.Exists(folder.FullName) ? $"--from takes a folder of workbooks; {folder.FullName} is a file." : $"{folder.FullName} does not exist.");
        var readings = new List<(string, WorkbookReading)>();
        var submissions = new List<DepartmentSubmission>();
        foreach (var path in FolderOfWorkbooks.In(folder.FullName))
        {
            var workbook = await WorkbookFile.ReadAsync(path, cancellation);
            var reading = WorkbookReader.Read(workbook, new(register, year, null) { FileName = Path.GetFileName(path) }, cancellation);
            readings.Add((Path.GetFileName(path), reading));
            if (reading.IsAccepted)
                submissions.Add(SubmissionOf(reading, workbook, register, year, new DateTimeOffset(File.GetLastWriteTimeUtc(path))));
        }

        return new(readings, submissions, FailureOf(folder, readings));
    }

    private static DepartmentSubmission SubmissionOf(
        WorkbookReading reading, ReadOnlyMemory<byte> workbook, Register register, FiscalYear year, DateTimeOffset writtenAt)
    {
        var department = register.Department(reading.Department!);
        var id = Convert.ToHexStringLower(SHA256.HashData(workbook.Span));
        // Security gateways strip the property; the file's own time is what is left.
        var time = reading.LastModified ?? writtenAt;
        var (records, _) = Identities.Assign(department.Code, reading.Records, DepartmentRecords.Empty, 0);
        return new(department.Code, id, time, records.Stamp(id, Source.CanonicalFile(year, department), time));
    }

    private static string? FailureOf(DirectoryInfo folder, List<(string File, WorkbookReading Reading)> readings)
    {
        if (readings.Count == 0)
            return $"{folder.FullName} holds no workbook.";
        if (readings.Where(r => !r.Reading.IsAccepted).Select(r => r.File).ToList() is { Count: > 0 } rejected)
            return $"Rejected: {string.Join(", ", rejected)}. No site was made.";
        var twice = readings.GroupBy(r => r.Reading.Department, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null : $"Of {twice.Key} there is more than one workbook: {string.Join(", ", twice.Select(r => r.File))}. No site was made.";
    }
}
