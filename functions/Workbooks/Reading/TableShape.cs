namespace KawasakiServerless.Workbooks;

/// <summary>Reports what is odd about the columns and rows of a table, whatever stands in them.</summary>
internal sealed class TableShape(Table table, FoundTable found)
{
    private readonly HashSet<int> filled = FilledColumns(table.Sheet.Rows.Where(r => r.Number > found.HeaderRow));

    public void Report()
    {
        foreach (var (column, at) in Columns())
        {
            ReportRepeats(column, at);
            if (table.Sheet.Hidden.Columns.Contains(at) && filled.Contains(at))
                ReportHeader(at, FileFindings.HiddenColumn(column.Header));
        }

        foreach (var year in table.Years)
            ReportEra(year);
        foreach (var (at, meant) in table.BareYears)
            ReportHeader(at, Findings.HeaderNotAYear(table.Sheet.At(new(found.HeaderRow, at)).Text, meant.EraLabel));
        foreach (var row in table.Rows().Where(r => table.Sheet.Hidden.Rows.Contains(r.Number)))
            row.ReportWhole(FileFindings.HiddenRow());
    }

    private static HashSet<int> FilledColumns(IEnumerable<SheetRow> rows)
    {
        HashSet<int> columns = [];
        foreach (var row in rows)
        {
            foreach (var (column, _) in row.Cells)
                columns.Add(column);
        }

        return columns;
    }

    private IEnumerable<(Column Column, int At)> Columns() =>
        [.. found.Columns.Select(c => (c.Key, c.Value)), .. table.Years.Select(y => ((Column)y.Column, y.At))];

    // A second column of the same name does no harm while it is empty.
    private void ReportRepeats(Column column, int at)
    {
        foreach (var (_, again) in found.Headers.Where(h => h.At != at && filled.Contains(h.At) && NamesColumn(h.Text, column)))
            ReportHeader(again, FileFindings.ColumnTwice(column.Header, CellAddress.ColumnName(at)));
    }

    private bool NamesColumn(string header, Column column) =>
        header == column.FoldedHeader
        || (table.Years.FirstOrDefault(y => y.Column == column) is { } known && Domain.FiscalYear.TryParse(header, out var year) && year == known.Year);

    private void ReportEra(YearColumn year)
    {
        var header = table.Sheet.At(new(found.HeaderRow, year.At));
        if (EndedEra.In(header.Text, header.Text, year.Year) is { } finding)
            ReportHeader(year.At, finding);
    }

    private void ReportHeader(int at, Finding finding)
    {
        var address = new CellAddress(found.HeaderRow, at);
        table.Scope.Log.Add(finding, table.Place, address, table.Sheet.At(address));
    }
}
