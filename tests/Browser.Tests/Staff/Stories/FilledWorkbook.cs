using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>The workbook that make.py (in this folder) filled in with openpyxl, and what a clerk changes in it afterwards.</summary>
internal static class FilledWorkbook
{
    public const string Name = $"2019-{SmallCity.Hospitals}.xlsx", Initiatives = "視点別取組";

    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Bytes { get; } = File.ReadAllBytes(Repository.PathTo("tests", "Browser.Tests", "Staff", "Stories", Name));

    public static FilePayload FileOf(byte[] workbook, string name = Name) => new() { Name = name, MimeType = Type, Buffer = workbook };

    /// <summary>Changes cells of the sheet of initiatives and nothing else, as a clerk does in Excel.</summary>
    public static byte[] With(byte[] workbook, params (string Cell, CellValue Value)[] changes)
    {
        var edited = WorkbookEditing.Apply(
            workbook, [.. changes.Select(c => new CellEdit(Initiatives, c.Cell, c.Value))], CancellationToken.None);
        return Assert.IsType<WorkbookEdited>(edited).Workbook.ToArray();
    }

    /// <summary>
    /// Checks that the filled-in workbook still matches the template that the portal offers now: the same sheets, headers and rows.
    /// </summary>
    public static void WasMadeFrom(byte[] template)
    {
        var (offered, filled) = (SheetsOf(template), SheetsOf(Bytes));
        Assert.Equal(offered.Select(s => (s.Name, s.IsHidden)), filled.Select(s => (s.Name, s.IsHidden)));
        Assert.All(offered.Zip(filled), p => Assert.StartsWith(HeadersOf(p.First), HeadersOf(p.Second), StringComparison.Ordinal));
        Assert.All(offered.Zip(filled), p => Assert.Equal(NamesOfRowsIn(p.First), NamesOfRowsIn(p.Second)));
    }

    // Writes the template to a folder, so that make.py can fill it in again: TEMPLATES=folder dotnet test tests/Browser.Tests --filter
    // YearTests
    public static void Keep(byte[] template)
    {
        if (Environment.GetEnvironmentVariable("TEMPLATES") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, Name), template);
    }

    private static IReadOnlyList<Sheet> SheetsOf(byte[] workbook) => SpreadsheetReader.Read(workbook, Budget.New()).Workbook!.Sheets;

    private static string HeadersOf(Sheet sheet) =>
        string.Join('|', sheet.Rows.Where(r => r.Number == 1).SelectMany(r => r.Cells, (_, c) => c.Cell.Text));

    // Returns the texts of the first column. In the sheets of records, these are the record ids (管理番号).
    private static IEnumerable<string> NamesOfRowsIn(Sheet sheet) =>
        sheet.Rows.Select(r => r.At(1).Text).Where(t => !string.IsNullOrEmpty(t));
}
