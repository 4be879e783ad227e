using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>Checks the header and position of a table against the rules of machine readability.</summary>
internal sealed class HeaderSurvey(TemplateTable table, ReadabilityLog log)
{
    private Sheet Sheet => table.Sheet;

    private FoundTable Found => table.Found;

    private CellAddress Header => new(Found.HeaderRow, 1);

    public void Look()
    {
        if (Found.FirstHeaderRow > 1)
            log.Add("L3-01", Sheet, Header);
        LookAbove();
        LookForGaps();
        LookAtNames();
        if (Found.Layout.Columns.Any(c => table.ColumnOf(c) is null))
            log.Add("L3-07", Sheet, Header);
        LookAtYears();
        // Rule L3-08 requires alphanumeric column names. The template itself always violates it, because its column names are Japanese.
        log.AddOfForm("L3-08", Sheet, Header);
    }

    private void LookAbove()
    {
        var above = Sheet.Rows.FirstOrDefault(r => r.Number < Found.FirstHeaderRow);
        if (above is { Cells: [var first, ..] })
            log.Add("L1-04", Sheet, new(above.Number, first.Column));
        if (Found.Repeats.Count > 0)
            log.Add("L1-02", Sheet, new(Found.Repeats.Min(), 1));
    }

    private void LookForGaps()
    {
        var last = Found.HeaderRow;
        foreach (var row in table.Body)
        {
            if (row.Number > last + 1)
            {
                log.Add("L1-03", Sheet, new(last + 1, 1));
                return;
            }

            last = row.Number;
        }
    }

    private void LookAtNames()
    {
        if (Found.FirstHeaderRow != Found.HeaderRow || Found.Headers.GroupBy(h => h.Text, StringComparer.Ordinal).Any(g => g.Count() > 1))
            log.Add("L2-03", Sheet, Header);
        foreach (var hidden in Found.Headers.Where(h => Sheet.Hidden.HasColumn(h.At)))
            log.Add("L1-13", Sheet, new(Found.HeaderRow, hidden.At));
        var named = Found.Headers.Select(h => h.At).ToHashSet();
        foreach (var row in table.Body.Take(1))
        {
            foreach (var (column, _) in row.Cells.Where(c => !named.Contains(c.Column) && !c.Cell.IsBlank))
                log.Add("L1-05", Sheet, new(Found.HeaderRow, column));
        }
    }

    private void LookAtYears()
    {
        if (table.Years.Count > 1)
            log.AddOfForm("L3-09", Sheet, new(Found.HeaderRow, table.Years[0].At));
        foreach (var year in table.Years.Where(y => Found.Headers.Any(h => h.At == y.At && !IsWestern(h.Text))))
            log.Add("L3-05", Sheet, new(Found.HeaderRow, year.At));
    }

    private static bool IsWestern(string header) => header.Count(char.IsAsciiDigit) >= 4;
}
