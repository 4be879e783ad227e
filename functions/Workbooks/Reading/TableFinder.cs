using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Finds the table of a sheet by its header row, wherever its columns stand and whatever the sheet is called.</summary>
internal static class TableFinder
{
    private const int LastHeaderRow = 30;

    public static FoundTable? Find(Sheet sheet) => sheet.Rows
        .TakeWhile(r => r.Number <= LastHeaderRow)
        .SelectMany(r => TemplateSheets.All.Select(layout => Match(layout, r)))
        .Where(t => t.IsRecognisable(sheet.Name))
        .OrderByDescending(t => t.Columns.Count)
        .ThenByDescending(t => Column.FoldHeader(sheet.Name) == Column.FoldHeader(t.Layout.Name))
        .FirstOrDefault();

    private static FoundTable Match(SheetLayout layout, SheetRow row)
    {
        var headers = row.Cells.Where(c => !c.Cell.IsUnusable)
            .GroupBy(c => Column.FoldHeader(c.Cell.Text), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Column, StringComparer.Ordinal);
        var columns = layout.Columns.Where(c => headers.ContainsKey(c.FoldedHeader)).ToDictionary(c => c, c => headers[c.FoldedHeader]);
        return new(layout, row.Number, columns, layout.HasYears ? YearColumns(row) : []);
    }

    private static IReadOnlyList<YearColumn> YearColumns(SheetRow row) =>
    [
        .. row.Cells
            .Select(c => FiscalYear.TryParse(Column.FoldHeader(c.Cell.Text), out var year) ? new YearColumn(year, c.Column) : null)
            .OfType<YearColumn>()
            .DistinctBy(c => c.Year)
            .OrderBy(c => c.Year),
    ];
}

internal sealed record YearColumn(FiscalYear Year, int At)
{
    public Column<Figure> Column { get; } = FigureKind.ColumnOf(Year);
}

/// <param name="HeaderRow">The records begin below.</param>
/// <param name="Columns">Where each column that is there stands.</param>
/// <param name="Years">Ascending.</param>
internal sealed record FoundTable(SheetLayout Layout, int HeaderRow, IReadOnlyDictionary<Column, int> Columns, IReadOnlyList<YearColumn> Years)
{
    // Two headers alone are in many a list that is no report.
    public bool IsRecognisable(string sheetName) =>
        Columns.Count >= 3
        || (Columns.Count == 2 && (Column.FoldHeader(sheetName) == Column.FoldHeader(Layout.Name) || Layout.Columns.Where(c => c.IsRequired).All(Columns.ContainsKey)));
}
