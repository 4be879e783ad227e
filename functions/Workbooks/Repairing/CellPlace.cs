using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>A cell of a workbook and its role for the reader.</summary>
/// <param name="At">The address; for merged cells, the upper left one.</param>
/// <param name="Label">The header of its column, or the name of its field.</param>
/// <param name="Column">Null for a cell of the report layout, and for a header that names no column.</param>
/// <param name="Table">Null on はじめに and in the report layout.</param>
internal sealed record CellPlace(Sheet Sheet, CellAddress At, string Label, TemplateColumn? Column, FoundTable? Table)
{
    public SheetCell Cell => Sheet.At(At);

    public bool IsHeader => Table is not null && At.Row <= Table.HeaderRow;

    /// <summary>The cell in another column of the same row.</summary>
    public SheetCell Beside(TemplateColumn column) =>
        Table is not null && Table.Columns.TryGetValue(column, out var at) ? Sheet.At(Sheet.Owner(new(At.Row, at))) : default;
}

/// <summary>Determines the roles of a workbook's cells for the reader.</summary>
internal sealed class CellPlaces(Spreadsheet workbook, LayoutContext context)
{
    private static readonly TemplateColumn[] FrontFieldsInOrder =
        [FrontSheet.Department, FrontSheet.ReportingYear, FrontSheet.Version, FrontSheet.NothingToReport];

    private readonly Dictionary<Sheet, IReadOnlyList<FoundTable>> tables = [];

    private readonly Dictionary<Sheet, List<(int Row, ReportHeader? Header)>> headers = [];

    private readonly ILookup<string, Sheet> sheets = workbook.Sheets.Where(s => !s.IsHidden).ToLookup(s => s.Name, StringComparer.Ordinal);

    /// <summary>Null when the cell is not in a known table, field or header.</summary>
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
        var ward = WardTable.PlaceOf(sheet.Name, context.Register);
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
