using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Writing;

/// <summary>
/// Empty templates that openpyxl and LibreOffice filled in cell by cell (Fixtures/filled/make.py) are read as the same records as the
/// samples.
/// </summary>
public sealed class FilledTemplateTests
{
    public static TheoryData<string, string> Every => new()
    {
        { "openpyxl", "byoin" },
        { "openpyxl", "kenkofukushi" },
        { "openpyxl", "takatsu" },
        { "libreoffice", "byoin" },
        { "libreoffice", "kenkofukushi" },
        { "libreoffice", "takatsu" },
    };

    [Theory]
    [MemberData(nameof(Every))]
    public void TheRecordsOfAFilledTemplateEqualThoseOfTheSample(string program, string department)
    {
        var (filled, sample) = (Read(program, department), Some.Read(Some.Sample(department)));

        Assert.NotEmpty(sample.Records.All);
        Assert.Equal(Numbered(sample.Records), Numbered(filled.Records));
        Assert.Equal((sample.Department, sample.ReportingYear, sample.Layout), (filled.Department, filled.ReportingYear, filled.Layout));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void TheProblemsOfAFilledTemplateEqualThoseOfTheSample(string program, string department) =>
        Assert.Equal(Some.Read(Some.Sample(department)).Problems, Read(program, department).Problems);

    [Theory]
    [MemberData(nameof(Every))]
    public void TheFilledTemplatesHaveTheSheetsAndHeadersOfTheCurrentTemplate(string program, string department)
    {
        var (template, filled) = (SheetsOf(Some.Template(department)), SheetsOf(Some.Fixture($"filled/{program}-{department}.xlsx")));

        Assert.Equal(template.Select(s => (s.Name, s.IsHidden, HeadersOf(s))), filled.Select(s => (s.Name, s.IsHidden, HeadersOf(s))));
    }

    private static WorkbookReading Read(string program, string department) =>
        Some.Read(Some.Fixture($"filled/{program}-{department}.xlsx"), department);

    // Records of an empty template have no 管理番号 yet, so records are identified by their positions.
    private static DepartmentRecords Numbered(DepartmentRecords records)
    {
        var nowhere = Source.Read("", "", "");
        var ids = records.All.Where(r => r is not Indicator).GroupBy(r => r.GetType())
            .SelectMany(g => g.Select((r, i) => (r.Id, Place: $"{g.Key.Name} {i}")))
            .ToDictionary(p => p.Id, p => p.Place);
        var indicators = records.Indicators.Select((r, i) => r with { Id = $"{i}", Initiative = ids[r.Initiative], Source = nowhere })
            .ToEquatableList();
        return records.Select(r => r is Indicator ? r : r with { Id = ids[r.Id], Source = nowhere }) with { Indicators = indicators };
    }

    private static IReadOnlyList<Sheet> SheetsOf(byte[] workbook) => SpreadsheetReader.Read(workbook, Budget.New()).Workbook!.Sheets;

    private static string HeadersOf(Sheet sheet) =>
        string.Join('|', sheet.Rows.TakeWhile(r => r.Number == 1).SelectMany(r => r.Cells, (_, c) => c.Cell.Text));
}
