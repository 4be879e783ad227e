using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Local.Files;

/// <summary>A workbook in a folder and the result of reading it.</summary>
/// <param name="Submission">The workbook as a submission; null when the workbook is rejected.</param>
internal sealed record KnownWorkbook(string File, WorkbookReading Reading, DepartmentSubmission? Submission);

/// <summary>Reads the workbooks of a reporting year, and caches each result until the file changes.</summary>
internal sealed class KnownWorkbooks(Register register, FiscalYear year)
{
    private readonly Dictionary<string, (long Length, DateTime WrittenAt, KnownWorkbook Workbook)> known = new(StringComparer.Ordinal);

    public async Task<KnownWorkbook> ReadAsync(string path, CancellationToken cancellation)
    {
        var file = new FileInfo(path);
        if (known.TryGetValue(path, out var before) && file.Exists
            && (before.Length, before.WrittenAt) == (file.Length, file.LastWriteTimeUtc))
            return before.Workbook;
        var content = await WorkbookFile.ReadAsync(path, cancellation);
        var reading = WorkbookReader.Read(content, new(register, year, null) { FileName = file.Name }, cancellation);
        var workbook = new KnownWorkbook(
            file.Name, reading, reading.IsAccepted ? SubmissionOf(reading, content, file.LastWriteTimeUtc) : null);
        known[path] = (content.Length, file.LastWriteTimeUtc, workbook);
        return workbook;
    }

    private DepartmentSubmission SubmissionOf(WorkbookReading reading, ReadOnlyMemory<byte> workbook, DateTime writtenAt)
    {
        var department = register.Department(reading.Department!);
        var id = Sha256.HexOf(workbook.Span);
        // Some security gateways remove the last-modified property from a workbook. Then the write time of the file is used.
        var time = reading.LastModified ?? new DateTimeOffset(writtenAt);
        var (records, _) = Identities.Assign(department.Code, reading.Records, DepartmentRecords.Empty, AssignedNumbers.None);
        return new(department.Code, id, time, records.Stamp(id, Source.CanonicalFile(year, department), time));
    }
}
