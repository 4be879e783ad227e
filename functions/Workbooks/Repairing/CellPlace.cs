using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>A cell of a workbook, with the table and the template column to which it belongs.</summary>
/// <param name="At">The address; for merged cells, that of the upper left cell.</param>
/// <param name="Label">The header of the cell's column; on はじめに, the first sheet of the template, the name of the cell's field.</param>
/// <param name="Column">The template column; null in the report layout (that of the printed report), and for a header that matches no
/// template column.</param>
/// <param name="Table">The table; null on the sheet はじめに and in the report layout.</param>
internal sealed record CellPlace(Sheet Sheet, CellAddress At, string Label, TemplateColumn? Column, FoundTable? Table)
{
    public SheetCell Cell => Sheet.At(At);

    public bool IsHeader => Table is not null && At.Row <= Table.HeaderRow;

    /// <summary>
    /// Returns the cell in the same row and another column; a blank cell when the table lacks that column or the cell belongs to no table.
    /// </summary>
    public SheetCell Beside(TemplateColumn column) =>
        Table is not null && Table.Columns.TryGetValue(column, out var at) ? Sheet.At(Sheet.Owner(new(At.Row, at))) : default;
}

/// <summary>Finds the table and the template column to which a cell belongs.</summary>
internal sealed class CellPlaces(Spreadsheet workbook, LayoutContext context)
{
    private static readonly TemplateColumn[] FrontFieldsInOrder =
        [FrontSheet.Department, FrontSheet.ReportingYear, FrontSheet.Version, FrontSheet.NothingToReport];

    private readonly Dictionary<Sheet, IReadOnlyList<FoundTable>> tables = [];

    private readonly Dictionary<Sheet, List<(int Row, ReportHeader? Header)>> headers = [];

    private readonly ILookup<string, Sheet> sheets = workbook.Sheets.Where(s => !s.IsHidden).ToLookup(s => s.Name, StringComparer.Ordinal);

    /// <summary>
    /// Returns null when the cell belongs neither to a table nor to a field of the sheet はじめに, or when not exactly one visible sheet has
    /// this name.
    /// </summary>
    public CellPlace? Of(string sheetName, CellAddress at) => sheets[sheetName].ToList() is [var sheet] ? Of(sheet, sheet.Owner(at)) : null;

    private CellPlace? Of(Sheet sheet, CellAddress at) =>
        FrontFields.AreOn(sheet) ? OnFront(sheet, at)
        : ReportSheet.IsIn(sheet, context.Register) ? InReport(sheet, at)
        : TablesOf(sheet).FirstOrDefault(t => at.Row >= t.FirstHeaderRow && at.Row <= t.LastRow) is { } table ? InTable(sheet, at, table)
        : null;

    private static CellPlace? OnFront(Sheet sheet, CellAddress at)
    {
        var fields = new FrontFields(sheet, new(0, sheet.Name));
        var field = Array.Find(FrontFieldsInOrder, f => (fields.Find(f) ?? fields.Blank(f))?.Address == at);
        return field is null ? null : new(sheet, at, field.Header, field, null);
    }

    private CellPlace? InReport(Sheet sheet, CellAddress at)
    {
        var column = HeadersOf(sheet).LastOrDefault(h => h.Row < at.Row).Header?.Columns.FirstOrDefault(c => c.Value == at.Column).Key;
        return column is null ? null : new(sheet, at, column.Header, null, null);
    }

    private static CellPlace InTable(Sheet sheet, CellAddress at, FoundTable table)
    {
        var column = table.Columns.FirstOrDefault(c => c.Value == at.Column).Key
            ?? table.Years.FirstOrDefault(y => y.At == at.Column)?.Column;
        return new(sheet, at, column?.Header ?? sheet.At(new(table.HeaderRow, at.Column)).Text, column, table);
    }

    private List<(int Row, ReportHeader? Header)> HeadersOf(Sheet sheet)
    {
        var ward = ReportSheet.PlaceOf(sheet, context.Register);
        if (!headers.TryGetValue(sheet, out var found))
            headers[sheet] = found = [.. sheet.Rows.Select(r => (r.Number, ReportSheet.HeaderIn(sheet, r, ward)))
                .Where(h => h.Item2 is not null)];
        return found;
    }

    private IReadOnlyList<FoundTable> TablesOf(Sheet sheet)
    {
        if (!tables.TryGetValue(sheet, out var found))
            tables[sheet] = found = TableFinder.FindAll(sheet);
        return found;
    }
}
