using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Site.Tests;

/// <summary>The report of 2018, composed from the sample workbooks.</summary>
internal static class ReportOf2018
{
    private static readonly FiscalYear Year = FiscalYear.Of(2018);

    public static DateTimeOffset UploadedAt { get; } = new(2018, 8, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static Report Compose() => Report.Compose(
        Year, Register.Of2018, Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.xlsx").Select(Read));

    private static DepartmentSubmission Read(string file)
    {
        var reading = WorkbookReader.Read(File.ReadAllBytes(file), new(Register.Of2018, Year, null));
        var department = Register.Of2018.Department(reading.Department!);
        var (records, _) = Identities.Assign(department.Code, reading.Records, DepartmentRecords.Empty, AssignedNumbers.None);
        var id = $"2018-{department.Code}-20180801T000000000-000000";
        return new(department.Code, id, UploadedAt, records.Stamp(id, Source.CanonicalFile(Year, department), UploadedAt));
    }
}
