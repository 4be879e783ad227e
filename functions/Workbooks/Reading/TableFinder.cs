using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Finds the table of a sheet by its header row, wherever its columns stand and whatever the sheet is called.</summary>
internal static class TableFinder
{
    private const int LastHeaderRow = 30;

    public static FoundTable? Find(Sheet sheet) => sheet.Rows
        .TakeWhile(r => r.Number <= LastHeaderRow)
        .SelectMany(MatchesOf)
        .Where(t => t.IsRecognisable(sheet.Name))
        .OrderByDescending(t => t.Columns.Count)
        .ThenByDescending(t => Column.FoldHeader(sheet.Name) == Column.FoldHeader(t.Layout.Name))
        .Select(t => WithYearsBelow(t, sheet))
        .FirstOrDefault();

    // 実績値 over three years, which stand in a second row.
    private static FoundTable WithYearsBelow(FoundTable table, Sheet sheet)
    {
        if (!table.Layout.HasYears || table.Years.Count > 0 || sheet.Rows.FirstOrDefault(r => r.Number == table.HeaderRow + 1) is not { } below)
            return table;
        var written = WrittenIn(below);
        var years = YearColumns(written.DistinctBy(h => h.Text).ToDictionary(h => h.Text, h => h.At, StringComparer.Ordinal));
        if (years.Count == 0 || written.Any(h => table.Columns.Values.Contains(h.At)))
            return table;
        var others = table.Headers.Where(h => !written.Exists(w => w.At == h.At));
        return table with { HeaderRow = below.Number, Years = years, Headers = [.. others, .. written] };
    }

    private static IEnumerable<FoundTable> MatchesOf(SheetRow row)
    {
        var headers = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = WrittenIn(row);
        foreach (var header in written)
            headers.TryAdd(header.Text, header.At);
        return TemplateSheets.All.Select(layout => Match(layout, row.Number, headers) with { Headers = written });
    }

    private static List<WrittenHeader> WrittenIn(SheetRow row) =>
        [.. row.Cells.Where(c => !c.Cell.IsUnusable).Select(c => new WrittenHeader(Column.FoldHeader(c.Cell.Text), c.Column))];

    private static FoundTable Match(SheetLayout layout, int row, Dictionary<string, int> headers) => new(
        layout,
        row,
        layout.Columns.Where(c => headers.ContainsKey(c.FoldedHeader)).ToDictionary(c => c, c => headers[c.FoldedHeader]),
        layout.HasYears ? YearColumns(headers) : []);

    private static IReadOnlyList<YearColumn> YearColumns(Dictionary<string, int> headers) =>
    [
        .. headers
            .Select(h => YearHeader.TryParse(h.Key, out var year) ? new YearColumn(year, h.Value) : null)
            .OfType<YearColumn>()
            .OrderBy(c => c.At)
            .DistinctBy(c => c.Year)
            .OrderBy(c => c.Year),
    ];
}

/// <param name="Text">Folded.</param>
internal sealed record WrittenHeader(string Text, int At);

internal sealed record YearColumn(FiscalYear Year, int At)
{
    public Column<Figure> Column { get; } = FigureKind.ColumnOf(Year);
}

/// <param name="HeaderRow">The records begin below.</param>
/// <param name="Columns">Where each column that is there stands.</param>
/// <param name="Years">Ascending.</param>
internal sealed record FoundTable(SheetLayout Layout, int HeaderRow, IReadOnlyDictionary<Column, int> Columns, IReadOnlyList<YearColumn> Years)
{
    /// <summary>All that stands in the header row, folded.</summary>
    public IReadOnlyList<WrittenHeader> Headers { get; init; } = [];

    // Two headers alone are in many a list that is no report.
    public bool IsRecognisable(string sheetName) =>
        Columns.Count >= 3 || (Columns.Count == 2 && (IsNamedLike(sheetName) || Layout.Columns.Where(c => c.IsRequired).All(Columns.ContainsKey)));

    private bool IsNamedLike(string sheetName) => Column.FoldHeader(sheetName) == Column.FoldHeader(Layout.Name);
}
