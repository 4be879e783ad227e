using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Records how the cells of a template table were used: as part of a record, as a header or title, or only to report that they are not
/// read.
/// </summary>
internal sealed class TableUses(FoundTable found, SheetUses uses)
{
    private readonly HashSet<int> read = [.. found.Columns.Values, .. found.Years.Select(y => y.At)];

    private readonly HashSet<int> headed =
        [.. found.Columns.Values, .. found.Years.Select(y => y.At), .. found.Plans.Select(p => p.At)];

    /// <param name="told">The numbers of the columns that are read, and of those that are not read and for which a finding was reported at
    /// the header. The cells of the latter are marked as reported.</param>
    public void Take(IEnumerable<int> told)
    {
        var columns = new CellUse?[WorkbookLimits.Columns + 1];
        foreach (var column in told)
            columns[column] = CellUse.Finding;
        foreach (var column in read)
            columns[column] = CellUse.Record;
        uses.Take(new TableUse(found.HeaderRow + 1, found.LastRow, columns));
        foreach (var row in found.Repeats.Append(found.FirstHeaderRow).Append(found.HeaderRow))
            TakeHeader(row);
        foreach (var (column, _) in uses.Sheet.Row(found.TitleRow)?.Cells ?? [])
            uses.Take(new(found.TitleRow, column), CellUse.Heading);
    }

    private void TakeHeader(int row)
    {
        foreach (var column in HeadersOf(row))
            uses.TakeHeader(new(row, column));
        foreach (var (column, at) in found.Columns)
            uses.TakeHeader(new(row, at), column.Header);
        foreach (var year in found.Years)
            uses.TakeHeader(new(row, year.At), year.Column.Header);
    }

    // Only texts in columns adjacent to a header of the table are headers. A separate text in the same row is a note.
    private IEnumerable<int> HeadersOf(int row) =>
        CellRuns.Of(uses.Sheet.Row(row)?.Cells.Select(c => c.Column) ?? []).Where(run => run.Exists(headed.Contains))
            .SelectMany(run => run);
}
