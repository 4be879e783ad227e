using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// A department's workbook in the layout of the template with 20,000 rows. It repeats the initiatives and figures of the 2018 report, each
/// time with another district in the text, so that no two initiatives are the same.
/// </summary>
internal static class LargeWorkbook
{
    public const int Rows = 20_000;

    private const string District = "地区";

    private static readonly FiscalYear Year = FiscalYear.Of(2018);

    public static string Department => Register.Of2018.Coordinator;

    public static WorkbookRequest Request { get; } = new(Register.Of2018, Year, Department);

    public static byte[] Template() => Template([.. Records()]);

    public static byte[] Template(IReadOnlyCollection<Record> records) => Workbooks.Writing.TemplateWriter.Write(new(
        Register.Of2018, Year, Register.Of2018.Department(Department), DepartmentRecords.Of(records),
        new(2018, 6, 1, 0, 0, 0, TimeSpan.Zero)));

    /// <summary>
    /// Returns the records of all rows. Every row has an indicator; in two of three rows it follows a new initiative, and in the third it
    /// belongs to the initiative of the row above.
    /// </summary>
    public static IEnumerable<Record> Records()
    {
        var (initiatives, indicators) = OfTheReport();
        var above = initiatives[0];
        for (var row = 0; row < Rows; row++)
        {
            if (row % 3 < 2)
                yield return above = InDistrict(initiatives[row % initiatives.Count], row);
            yield return indicators[row % indicators.Count] with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{above.Id}-{row}"),
                Initiative = above.Id
            };
        }
    }

    private static Initiative InDistrict(Initiative initiative, int row) => initiative with
    {
        Id = new RecordId(Department, row + 1).ToString(),
        Text = string.Create(CultureInfo.InvariantCulture, $"{initiative.Text}（第{row + 1}{District}）"),
    };

    private static (List<Initiative> Initiatives, List<Indicator> Indicators) OfTheReport()
    {
        var records = Directory.GetFiles(Repository.PathTo("functions", "Samples"), "*.xlsx").Order(StringComparer.Ordinal)
            .Select(f => WorkbookReader.Read(File.ReadAllBytes(f), Request with { Department = null }).Records).ToList();
        return ([.. records.SelectMany(r => r.Initiatives)], [.. records.SelectMany(r => r.Indicators)]);
    }
}
