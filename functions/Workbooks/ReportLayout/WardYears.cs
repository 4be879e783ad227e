using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Finds the year of a ward's activities: in the column 年度 of their row or of a row above, in the header of their column, or in a heading
/// above the table.
/// </summary>
internal sealed class WardYears(ReportSheet sheet)
{
    // The year in the column 年度 of the last row that names one, until a row names its ward or a table begins.
    private FiscalYear? ofRowAbove;

    // The year in a heading above the table.
    private FiscalYear? ofHeading;

    // The years in the headers of activities, such as 平成28年度の取組.
    private readonly Dictionary<ReportColumn, FiscalYear?> ofHeaders = [];

    /// <summary>
    /// Reads a row whose only content is a year heading, such as 平成28年度の取組. The year may be invalid, as in 【平成999年度】; this is
    /// reported. Returns false for any other row.
    /// </summary>
    public bool TakeHeading(SheetRow row)
    {
        if (sheet.Written(row).ToList() is not [{ Cell.Kind: CellKind.Text } only] || !HeadingLine.IsOfYear(only.Text))
            return false;
        var cell = sheet.At(row.Number, only.Address.Column);
        sheet.Uses.Take(cell.Address, CellUse.Heading);
        (ofHeading, ofRowAbove) = (HeadingLine.YearIn(cell.Text, ofHeading), null);
        if (DoubtOf(cell.Text, ofHeading, sheet.Context.ReportingYear) is { } finding)
            sheet.Report(cell, finding);
        return true;
    }

    public void EndHeading() => ofHeading = null;

    public void BeginWard() => ofRowAbove = null;

    public void TakeHeader(SheetRow row, ReportHeader header)
    {
        ofRowAbove = null;
        foreach (var column in ReportTables.AllActivities)
            ofHeaders[column] = header.Columns.TryGetValue(column, out var at) ? HeadingLine.YearIn(OneLine.Of(row.At(at).Text)) : null;
    }

    /// <param name="activities">The column of the activities.</param>
    public FiscalYear? Of(ReportRow row, ReportColumn activities) => OfRow(row) ?? ofHeaders[activities] ?? ofHeading;

    // A blank cell has the year of the row above. A dash says that the activity is not of a single year.
    private FiscalYear? OfRow(ReportRow row)
    {
        if (row.At(ReportTables.Year) is not { } cell)
            return null;
        if (!cell.IsBlank)
            return ofRowAbove = FiscalYearKind.IsEveryYear(cell.Text) ? null : YearOf(cell);
        if (ofRowAbove is null || !sheet.At(cell.Address.Row, cell.Address.Column).IsBlank)
            return ofRowAbove = null;
        sheet.Report(cell, TextFindings.YearContinued(ReportTables.Year.Header, ofRowAbove.EraLabel));
        return ofRowAbove;
    }

    private FiscalYear? YearOf(ReportCell cell)
    {
        var (given, header) = (FiscalYearKind.IsPeriod(cell.Text) ? null : HeadingLine.YearIn(cell.Text), ReportTables.Year.Header);
        var finding = given is null
            ? FiscalYearKind.NoYear(cell.Cell, header, sheet.Context.ReportingYear)
            : EndedEra.In(HeadingLine.YearTextIn(cell.Text), header, given);
        if (finding is not null)
            sheet.Report(cell, finding);
        return given;
    }

    /// <summary>Returns the finding about a year heading that names no single year, or a year of an era that had ended.</summary>
    /// <param name="year">The year as which the heading is read; null if it names no single year.</param>
    public static Finding? DoubtOf(string heading, FiscalYear? year, FiscalYear reporting) => year is null
        ? Findings.NotA(FiscalYearKind.Expected, ReportTables.Year.Header, $"【{Meant(heading, reporting).EraLabel}】")
        : EndedEra.In(HeadingLine.YearTextIn(heading), ReportTables.Year.Header, year);

    private static FiscalYear Meant(string heading, FiscalYear reporting) =>
        BareYear.Meant(HeadingLine.YearTextIn(heading), reporting) ?? reporting.Previous;
}
