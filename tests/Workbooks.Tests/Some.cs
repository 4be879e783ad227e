using KawasakiServerless.Domain;
using KawasakiServerless.MakeSamples;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Workbooks.Tests;

internal static class Some
{
    public static readonly Register Register = Register.Of2018;
    public static readonly FiscalYear Year = FiscalYear.Of(2018);
    public static readonly DateTimeOffset Time = new(2018, 8, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static RunningTextReader RunningText { get; } = new(new PlaceNames(Register.Of2018));

    public static Dataset Dataset { get; } = Dataset.Load(PathOf("Dataset"));

    public static Department Department(string code) => Register.Department(code);

    public static byte[] Template(string department, DepartmentRecords? records = null) =>
        TemplateWriter.Write(new(Register, Year, Department(department), records ?? DepartmentRecords.Empty, Time));

    public static WorkbookReading Read(byte[] content, string? department = null) =>
        WorkbookReader.Read(content, new(Register, Year, department));

    public static byte[] Sample(string department) =>
        File.ReadAllBytes(Path.Combine(PathOf("Samples"), Source.CanonicalFile(Year, Department(department))));

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(PathOf("Fixtures"), name));

    public static string PathOf(string folder) => Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>
    /// Returns the same records with blank sources, so that two readings can be compared. A record without a 管理番号 gets its kind and its
    /// position as its id; an indicator always gets its position.
    /// </summary>
    public static DepartmentRecords Comparable(DepartmentRecords records)
    {
        var ids = records.All.Where(r => r is not Indicator).GroupBy(r => r.GetType())
            .SelectMany(g => g.Select((r, i) => (r.Id, Stable: RecordId.TryParse(r.Id, out _) ? r.Id : $"{g.Key.Name} {i}")))
            .ToDictionary(p => p.Id, p => p.Stable);
        var nowhere = Source.Read("", "", "");
        var indicators = records.Indicators.Select((r, i) => r with { Id = $"{i}", Initiative = ids[r.Initiative], Source = nowhere })
            .ToEquatableList();
        return records.Select(r => r is Indicator ? r : r with { Id = ids[r.Id], Source = nowhere }) with { Indicators = indicators };
    }
}
