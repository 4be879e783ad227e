using System.Globalization;
using System.Xml.Linq;
using KawasakiServerless.Packing;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Site.Data;

/// <summary>Every table as one .xlsx: a sheet a table, header in the first row and frozen, numbers as numbers, and text as text whatever it begins with.</summary>
internal static class DataWorkbook
{
    private const double RowHeight = 18.75, Narrowest = 8, Widest = 60;
    private const int WidthRows = 200, PlainStyle = 0, HeaderStyle = 1, TextStyle = 2;

    /// <param name="modified">What the workbook says of itself.</param>
    public static byte[] Write(IEnumerable<PublishedTable> tables, DateTimeOffset modified) =>
        WrittenWorkbook.ToBytes([.. tables.Select(t => new WrittenSheet(t.Name, ToBytes(Part(t.Flat))))], DataStyles.Part(), [], modified);

    // Rows are made while they are written: as elements, all at once, those of a large city would not fit.
    private static XStreamingElement Part(FlatTable table) => new(
        Main + "worksheet",
        SheetParts.FrozenView(null),
        SheetParts.Columns(table.Columns.Select((name, at) => (WidthOf(table, at), StyleOf(table, at)))),
        new XStreamingElement(Main + "sheetData", Header(table.Columns), table.Rows.Select(RowOf)));

    private static XElement Header(IEnumerable<string> columns) =>
        SheetParts.Row(1, RowHeight, columns.Select((name, at) => SheetParts.Cell(1, at + 1, Content.Of(name), HeaderStyle)));

    private static XElement RowOf(IReadOnlyList<object?> values, int index) => SheetParts.Row(
        index + 2,
        RowHeight,
        values.Index().Where(v => v.Item is not null).Select(v => CellOf(index + 2, v.Index + 1, v.Item!)));

    private static XElement CellOf(int row, int column, object value) => value switch
    {
        decimal number => SheetParts.Cell(row, column, Content.Of(number), PlainStyle),
        bool isTrue => SheetParts.Cell(row, column, Content.Of(isTrue), PlainStyle),
        _ => SheetParts.Cell(row, column, Content.Of((string)value), TextStyle),
    };

    private static int StyleOf(FlatTable table, int at) => table.Rows.Any(r => r[at] is decimal or bool) ? PlainStyle : TextStyle;

    private static double WidthOf(FlatTable table, int at) => Math.Clamp(
        table.Rows.Take(WidthRows).Select(r => WidthOf(Convert.ToString(r[at], CultureInfo.InvariantCulture))).Append(WidthOf(table.Columns[at])).Max() + 2, Narrowest, Widest);

    private static double WidthOf(string? text) => (text ?? "").Sum(c => char.IsAscii(c) ? 1 : 2);
}
