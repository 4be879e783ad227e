using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Reports problems with the columns and rows of a table (missing, unknown, repeated, hidden), regardless of the values in them.
/// </summary>
internal sealed class TableShape(TemplateTable table, FoundTable found)
{
    private readonly ILookup<FiscalYear?, int> headersByYear = found.Headers.Where(h => found.Plans.All(p => p.At != h.At)).ToLookup(h =>
        YearHeader.TryParse(h.Text, out var year) ? year : null, h => h.At);

    private readonly ILookup<string, int> headersByText = found.Headers.ToLookup(h => h.Text, h => h.At, StringComparer.Ordinal);

    private int missing;

    // The columns that were found, and those for which a finding was already reported.
    private readonly HashSet<int> reported =
        [.. found.Columns.Values, .. found.Years.Select(y => y.At), .. table.UnclearYears.Select(y => y.At)];

    /// <summary>All columns that are read, and the unread columns whose header already has a finding.</summary>
    public IEnumerable<int> ReportedColumns => reported;

    /// <param name="absent">The template headers that the table lacks.</param>
    public void Report(IReadOnlyList<string> absent)
    {
        table.Scope.Budget.Look();
        missing = absent.Count;
        foreach (var column in absent)
            ReportMissing(column);
        foreach (var (column, at) in found.Columns)
        {
            ReportRepeats(column, at, headersByText[column.FoldedHeader]);
            ReportHidden(column, at);
        }

        foreach (var year in table.Years)
        {
            ReportRepeats(year.Column, year.At, headersByYear[year.Year]);
            ReportHidden(year.Column, year.At);
            ReportEra(year);
        }

        ReportHeadingsOfYears();
        foreach (var year in table.UnclearYears)
            ReportUnclear(year);
        foreach (var plan in found.Plans.Where(p => IsFilled(p.At) && reported.Add(p.At)))
            ReportHeader(plan.At, FileFindings.PlanNotRead(plan.Text));
        ReportUnread();
        if (table.Sheet.Hidden.Rows.Count > 0)
            ReportHiddenRows();
    }

    private void ReportUnclear(UnclearYear year)
    {
        var (header, meant) = (Header(year.At).Text, year.Meant.EraLabel);
        ReportHeader(year.At, year.Form switch
        {
            UnclearYearForm.WithoutEra => YearHeaderFindings.WithoutEra(header, meant),
            UnclearYearForm.Day => YearHeaderFindings.Day(header, meant),
            UnclearYearForm.FirstDay => YearHeaderFindings.FirstDay(header, year.Meant),
            UnclearYearForm.WithOtherWords => YearHeaderFindings.WithOtherWords(header, meant),
        });
    }

    private void ReportHiddenRows()
    {
        foreach (var row in table.Rows().Where(r => table.Sheet.Hidden.Rows.Contains(r.Number)))
            row.ReportWhole(FileFindings.HiddenRow());
    }

    // Reports a missing column at the column that is probably meant: one with an unknown header, or one with content but no header. If
    // there is no such column, reports the missing column for the whole table.
    private void ReportMissing(string column)
    {
        if (Likely(column) is not { } at)
            table.Scope.Log.Add(Findings.ColumnMissing(column, found.HeaderRow), table.Place);
        else
            ReportHeader(
                at, Header(at).Text is { Length: > 0 } header ? Findings.ColumnMisspelt(column, header) : Findings.ColumnUnnamed(column));
    }

    private int? Likely(string column)
    {
        var folded = TemplateColumn.FoldHeader(column);
        var others = found.Headers.Where(h => h.Text.Length > 0 && !reported.Contains(h.At)).ToList();
        var nearest = Nearest.Of(folded, others.Select(o => (o.Text, o.Text)));
        var slip = others.Find(h => h.Text == nearest || Nearest.IsLike(folded, h.Text))?.At ?? OnlyOther(others);
        var at = slip > 0
            ? slip
            : Enumerable.Range(1, WorkbookLimits.Columns)
                .FirstOrDefault(c => IsFilled(c) && !reported.Contains(c) && found.Headers.All(h => h.At != c));
        return at > 0 && reported.Add(at) ? at : null;
    }

    // If exactly one column is missing and exactly one column has content below an unknown header, returns the number of the latter;
    // otherwise zero.
    private int OnlyOther(List<WrittenHeader> others) =>
        missing == 1 && others.Where(h => IsFilled(h.At)).ToList() is [var only] ? only.At : 0;

    // Reports columns that have content but an unknown header. Otherwise nobody would notice that they are not read.
    private void ReportUnread()
    {
        var absent = table.Layout.Columns.Where(c => table.ColumnOf(c) is null).ToList();
        foreach (var at in Enumerable.Range(1, WorkbookLimits.Columns)
            .Where(c => IsFilled(c) && HeaderAddress(c).Column == c && !Header(c).IsBlank && reported.Add(c)))
        {
            var header = TemplateColumn.FoldHeader(Header(at).Text);
            ReportHeader(at, FileFindings.ColumnNotRead(Header(at).Text, absent.Find(c => Nearest.IsLike(c.FoldedHeader, header))?.Header));
        }
    }

    private bool IsFilled(int column) => table.IsFilled(column);

    // Reports a second column with the same header, unless it is empty.
    private void ReportRepeats(TemplateColumn column, int at, IEnumerable<int> all)
    {
        foreach (var again in all.Where(a => a != at && IsFilled(a)))
            ReportHeader(again, FileFindings.ColumnTwice(column.Header, CellAddress.ColumnName(at)));
    }

    private void ReportHidden(TemplateColumn column, int at)
    {
        if (table.Sheet.Hidden.HasColumn(at) && IsFilled(at))
            ReportHeader(at, FileFindings.HiddenColumn(column.Header));
    }

    private void ReportEra(YearColumn year)
    {
        var header = Header(year.At);
        if (YearHeader.IsOfThePlan(TemplateColumn.FoldHeader(header.Text)))
            ReportHeader(year.At, FigureFindings.PlannedFigures(header.Text, year.Year));
        else if (year.Year > table.Scope.Context.ReportingYear && IsFilled(year.At))
            ReportHeader(year.At, FigureFindings.LaterYear(year.Year));
        if (EndedEra.In(header.Text, header.Text, year.Year) is { } finding)
            ReportHeader(year.At, finding);
    }

    // Reports headings directly above the years that say that the figures below are planned ones, or that give their unit.
    private void ReportHeadingsOfYears()
    {
        var row = found.FirstHeaderRow < found.HeaderRow ? found.FirstHeaderRow : found.HeaderRow - 1;
        if (row == 0)
            return;
        foreach (var years in table.Years.GroupBy(y => table.Sheet.Owner(new(row, y.At))).Where(g => table.IsYear(g.Key.Column)))
            ReportHeadingOfYears(years.Key, table.Sheet.At(years.Key), years.First().Year);
    }

    private void ReportHeadingOfYears(CellAddress at, in SheetCell heading, FiscalYear first)
    {
        var isOfThePlan = YearHeader.IsOfThePlan(TemplateColumn.FoldHeader(heading.Text));
        if (!isOfThePlan && (!SheetTitle.IsCaption(heading) || SheetTitle.Is(heading)))
            return;
        if (isOfThePlan)
            table.Scope.Log.Add(FigureFindings.PlannedFigures(heading.Text, first), table.Place, at, heading);
        else
            table.Scope.Log.Add(FileFindings.CellNotRead(InitiativeSheet.Unit.Header), table.Place, at, default);
        table.Scope.Uses.Of(table.Place).Take(at, CellUse.Finding);
    }

    private void ReportHeader(int at, Finding finding) => table.Scope.Log.Add(finding, table.Place, HeaderAddress(at), Header(at));

    private SheetCell Header(int at) => table.Sheet.At(HeaderAddress(at));

    // The cell with the header of a column. A header may be in either of two header rows, or in a cell merged over both.
    private CellAddress HeaderAddress(int at) =>
        table.Sheet.Owner(new(found.HeaderRow, at)) is var address && table.Sheet.At(address).IsBlank
            ? table.Sheet.Owner(new(found.FirstHeaderRow, at))
            : address;
}
