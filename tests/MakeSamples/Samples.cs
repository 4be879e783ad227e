using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.MakeSamples;

/// <summary>
/// The workbooks that the departments would have submitted for the 2018 report, without the optional sheets that were introduced later.
/// </summary>
public static class Samples
{
    private static readonly DateTimeOffset Finished = new(2018, 8, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static FiscalYear ReportingYear { get; } = FiscalYear.Of(2018);

    /// <summary>Every department that has something to report, with its records.</summary>
    public static IEnumerable<(Department Department, DepartmentRecords Records)> Of(Dataset dataset) => Register.Of2018.Departments
        .Select(d => (Department: d, Records: new DepartmentShare(dataset, Register.Of2018, d).Records()))
        .Where(share => share.Records.All.Any());

    /// <summary>Name and content of every workbook.</summary>
    public static IEnumerable<(string File, byte[] Content)> Make(Dataset dataset) => Of(dataset).Select(share => (
        Source.CanonicalFile(ReportingYear, share.Department),
        TemplateWriter.Write(
            new(Register.Of2018, ReportingYear, share.Department, share.Records, Finished) { HasBlankOptionalSheets = false })));
}
