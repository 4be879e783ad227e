using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Recognizes a table of ward activities whose headers name only the years of the activities, as in 区名 | 平成28年度 | 平成29年度. A table of
/// figures has the same headers, so the cells below the years decide which of the two it is.
/// </summary>
internal static class WardYearColumns
{
    private const int LongestYear = 20, RowsBelow = 3;

    /// <param name="headers">The result of <see cref="ReportTable.HeadersIn"/> for the row.</param>
    /// <param name="place">The ward that the sheet's name gives. Its table needs no column for the ward.</param>
    /// <returns>The header, with the column of each year as one of activities; null for any other row.</returns>
    public static ReportHeader? In(Sheet sheet, SheetRow row, List<WrittenHeader> headers, WardPlace? place)
    {
        if (place is null && !headers.Exists(h => ReportTables.Ward.IsAt(h.Text)))
            return null;
        var years = headers.Where(IsYear).ToList();
        if (years.Count < 2 || years.Count > ReportTables.AllActivities.Count || !AreActivities(sheet, row.Number, years))
            return null;
        var named = headers.ConvertAll(h => years.Contains(h) ? h with { Text = $"{h.Text}の{ReportTables.Activities.Header}" } : h);
        var header = ReportTables.OfWards.Match(named) ?? (place is null ? null : ReportTables.OfOneWard.Match(named));
        return header?.Columns.Count > years.Count ? header : null;
    }

    private static bool IsYear(WrittenHeader header) => header.Text.Length <= LongestYear && FiscalYear.TryParse(header.Text, out _);

    private static bool AreActivities(Sheet sheet, int row, List<WrittenHeader> years)
    {
        var below = Enumerable.Range(row + 1, RowsBelow).SelectMany(r => years.Select(y => sheet.At(new(r, y.At))))
            .Where(c => !c.IsBlank && !NoEntry.Is(c)).ToList();
        return below.Count > 0 && below.TrueForAll(c => c.Kind == CellKind.Text && !IsFigure(c.Text));
    }

    private static bool IsFigure(string text) =>
        TypedNumber.Parse(text) is not null || TypedNumber.ParseSplit(text) is not null || TypedNumber.WithUnit(text) is not null;
}
