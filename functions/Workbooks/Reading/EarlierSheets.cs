using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// Reports sheets whose columns end with an earlier year than those of another sheet of the workbook: they may be left over from the last
/// report, and their records are read like all others.
/// </summary>
internal static class EarlierSheets
{
    public static void Report(IEnumerable<TemplateTable> tables, ProblemLog log)
    {
        var sheets = tables.Where(t => t.Years.Count > 0).GroupBy(t => t.Place).Select(s => s.MaxBy(LastYear)!).ToList();
        foreach (var sheet in sheets.Where(s => LastYear(s) < LastYear(sheets.MaxBy(LastYear)!)))
            Report(sheet, LastYear(sheets.MaxBy(LastYear)!), log);
    }

    private static FiscalYear LastYear(TemplateTable table) => table.Years[^1].Year;

    private static void Report(TemplateTable table, FiscalYear newest, ProblemLog log)
    {
        var at = table.Sheet.Owner(new(table.Found.HeaderRow, table.Years[^1].At));
        log.Add(FileFindings.EarlierYears(newest, LastYear(table)), table.Place, at, table.Sheet.At(at));
    }
}
