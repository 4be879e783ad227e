namespace KawasakiServerless.Workbooks;

/// <summary>Reports what is odd about the columns and rows of a table, whatever stands in them.</summary>
internal sealed class TableShape(Table table, FoundTable found)
{
    // 平成92年度 has two wrong digits.
    private const int Slip = 2;

    private readonly HashSet<int> filled = FilledColumns(table.Sheet.Rows.Where(r => r.Number > found.HeaderRow));

    // Columns that have been told of, beside those that were found.
    private readonly HashSet<int> known = [.. found.Columns.Values, .. found.Years.Select(y => y.At), .. table.BareYears.Select(y => y.At)];

    /// <param name="missing">The headers of columns that are not there.</param>
    public void Report(IEnumerable<string> missing)
    {
        foreach (var column in missing)
            ReportMissing(column);
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
        if (table.Sheet.Hidden.Rows.Count > 0)
            ReportHiddenRows();
    }

    private void ReportHiddenRows()
    {
        foreach (var row in table.Rows().Where(r => table.Sheet.Hidden.Rows.Contains(r.Number)))
            row.ReportWhole(FileFindings.HiddenRow());
    }

    // A header that names no column, or contents without one, are where the column probably is.
    private void ReportMissing(string column)
    {
        if (Likely(column) is not { } at)
            table.Scope.Log.Add(Findings.ColumnMissing(column, found.HeaderRow), table.Place);
        else
            ReportHeader(at, table.Sheet.At(new(found.HeaderRow, at)).Text is { Length: > 0 } header ? Findings.ColumnMisspelt(column, header) : Findings.ColumnUnnamed(column));
    }

    // 取り組み is 取組.
    private static bool IsSlip(string column, string header) =>
        (column.Length > 3 * Slip && Nearest.Distance(column, header) <= Slip)
        || (column.Length > 1 && header.Length <= column.Length + Slip && header.Where(column.Contains).SequenceEqual(column));

    private int? Likely(string column)
    {
        var folded = Column.FoldHeader(column);
        var others = found.Headers.Where(h => h.Text.Length > 0 && !known.Contains(h.At)).ToList();
        var slip = others.Find(h => h.Text == Nearest.Of(folded, others.Select(o => (o.Text, o.Text))) || IsSlip(folded, h.Text))?.At ?? 0;
        var at = slip > 0 ? slip : filled.Order().FirstOrDefault(f => !known.Contains(f) && found.Headers.All(h => h.At != f));
        return at > 0 && known.Add(at) ? at : null;
    }

    private static HashSet<int> FilledColumns(IEnumerable<SheetRow> rows)
    {
        HashSet<int> columns = [];
        foreach (var row in rows)
        {
            foreach (ref readonly var cell in row.Cells.AsSpan())
                columns.Add(cell.Column);
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
