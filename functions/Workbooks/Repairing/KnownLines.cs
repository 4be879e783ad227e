using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The department's last report, written as rows of the template. Used to look up the previous value of a cell.</summary>
internal sealed class KnownLines(DepartmentRecords known, LayoutContext context)
{
    // Two rows are considered the same only if they agree in a record id or in a typed text of at least this length. Shorter texts, and
    // values chosen from a list, occur in many rows.
    private const int ShortestName = 4;

    private readonly Dictionary<SheetLayout, List<TemplateRow>> lines = [];

    /// <summary>
    /// Returns the value that the cell had in the last report: the value in the row of the last report that agrees with all other non-blank
    /// cells of the cell's row. In the columns of fiscal years, also a blank cell must agree, unless the last report has no figure for the
    /// year. Null when no row agrees, when several do and their values differ, or when the cell is in no template column.
    /// </summary>
    public CellValue? ValueAt(CellPlace place)
    {
        if (place is not { Table: { } table, Column: { } column, IsHeader: false })
            return null;
        var same = LinesOf(table.Layout).Where(l => IsSame(l, place, table)).Select(l => Value(l[column])).Distinct().Take(2).ToList();
        return same is [{ } only] ? only : null;
    }

    /// <summary>Whether the cell already contains the value; a number may be displayed in any way, or be typed as a text.</summary>
    public static bool IsIn(CellValue value, SheetCell cell) => value is NumberValue number
        ? (cell.Number ?? TypedNumber.Parse(cell.Text)) == number.Number
        : value == CellValue.Of(cell.Text);

    private List<TemplateRow> LinesOf(SheetLayout layout)
    {
        if (!lines.TryGetValue(layout, out var found))
            lines[layout] = found = [.. layout.Write(known, context)];
        return found;
    }

    private static bool IsSame(TemplateRow line, CellPlace place, FoundTable table)
    {
        var others = table.Columns.Keys.Where(c => c != place.Column && !place.Beside(c).IsBlank).ToList();
        return others.TrueForAll(c => Agrees(line, c, place)) && others.Exists(c => IsDistinctive(c, place))
            && table.Years.All(y => Agrees(line, y, place));
    }

    private static bool Agrees(TemplateRow line, TemplateColumn column, CellPlace place) =>
        Seen(Value(line[column]).Text) == Seen(place.Beside(column).Text);

    // A year for which the last report has no value is new and is not compared.
    private static bool Agrees(TemplateRow line, YearColumn year, CellPlace place)
    {
        var (before, now) = (Value(line[year.Column]), place.Sheet.At(place.Sheet.Owner(new(place.At.Row, year.At))));
        return before == CellValue.Blank || year.Column == place.Column || IsIn(before, now) || Seen(before.Text) == Seen(now.Text);
    }

    private static bool IsDistinctive(TemplateColumn column, CellPlace place) =>
        column == SharedColumns.Number
            || (column.IsRequired && column.Input == CellInputKind.Text && place.Beside(column).Text.Length >= ShortestName);

    private static CellValue Value(Content content) => content switch
    {
        TextContent text => CellValue.Of(text.Text),
        NumberContent number => CellValue.Of(number.Number),
        _ => CellValue.Blank,
    };

    private static string Seen(string text) =>
        text.Length > WorkbookLimits.TextLength ? text : TemplateColumn.FoldHeader(text) is { Length: > 0 } folded ? folded : text.Fold();
}
