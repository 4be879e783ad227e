using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>Writes one sheet of the template, with one row per record or indicator, according to its layout.</summary>
internal sealed class RecordSheet(SheetLayout layout, LayoutContext context, ChoiceLists choices)
{
    private const int BlankRows = 20, RowsToType = 2_000;

    private readonly TemplateColumn[] columns = [.. layout.ColumnsFor(context.ReportingYear)];

    public XElement Part(DepartmentRecords records)
    {
        TemplateRow[] lines = [.. layout.Write(records, context), .. Enumerable.Repeat(new TemplateRow(context), BlankRows)];
        return Element(
            "worksheet",
            SheetParts.FitToPage(),
            SheetParts.FrozenView(),
            TemplateParts.Columns(columns.Select(c => (c.Width, StyleOf(c, Content.Blank)))),
            Element("sheetData", HeaderRow(), lines.Select((line, i) => RowOf(line, i + 2))),
            Element("autoFilter", Attribute("ref", FilterRange(lines.Length + 1))),
            TemplateParts.Validations([.. columns.Select((c, i) => Validation(c, i + 1, lines.Length + RowsToType))]),
            TemplateParts.Page(context.Department!.Name));
    }

    private XElement HeaderRow()
    {
        var row = SheetParts.Row(1, RowHeights.Header, columns.Select((c, i) =>
            TemplateParts.Cell(1, i + 1, Content.Of(c.Header), c.IsRequired ? CellStyle.RequiredHeader : CellStyle.OptionalHeader)));
        row.Add(Attribute("customHeight", 1));
        return row;
    }

    private XElement RowOf(TemplateRow line, int number) => SheetParts.Row(
        number,
        RowHeights.Of(columns.Select(c => (line[c], c.Width))),
        columns.Select((c, i) => TemplateParts.Cell(number, i + 1, line[c], StyleOf(c, line[c]))));

    private CellRange FilterRange(int lastRow) => new(new(1, 1), new(lastRow, columns.Length));

    private XElement Validation(TemplateColumn column, int at, int lastRow) =>
        TemplateParts.Validation(context.Register, column, new(new(2, at), new(lastRow, at)), choices.RangeOf(column));

    // Whole numbers have their own style, because formats such as #,##0.### display them with a trailing decimal point.
    private static CellStyle StyleOf(TemplateColumn column, Content content) => (column.Look, content) switch
    {
        (CellLook.Muted, _) => CellStyle.Muted,
        (CellLook.Text, _) => CellStyle.Text,
        (_, NumberContent n) => decimal.IsInteger(n.Number) ? CellStyle.WholeNumber : CellStyle.DecimalNumber,
        (_, TextContent) => CellStyle.Text,
        _ => CellStyle.Number,
    };
}
