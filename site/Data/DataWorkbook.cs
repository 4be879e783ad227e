using System.Globalization;
using System.Xml;
using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes tables as one .xlsx: one sheet per table, a frozen header in the first row, numbers as numbers, and texts always as text, so that
/// Excel does not interpret a text such as =A1 as a formula.
/// </summary>
internal static class DataWorkbook
{
    private const double RowHeight = 18.75, Narrowest = 8, Widest = 60;
    private const int WidthRows = 200, PlainStyle = 0, HeaderStyle = 1, TextStyle = 2;

    // The maximum number of characters in a cell. Excel reports a workbook with longer cells as damaged.
    private const int LongestCell = 32_767;
    private const string Cut = "…（続きはCSVとJSONにあります）";

    /// <param name="sheets">The sheets, as <see cref="Pack"/> returns them.</param>
    /// <param name="modified">The modification time in the workbook's properties.</param>
    public static byte[] Write(IReadOnlyList<WrittenSheet> sheets, DateTimeOffset modified) =>
        WrittenWorkbook.ToBytes(sheets, DataStyles.Part(), [], modified);

    /// <summary>
    /// Writes and compresses the sheet of a table immediately, so that its rows need not stay in memory until the workbook is written.
    /// </summary>
    public static WrittenSheet Pack(string name, FlatTable table)
    {
        var packed = PackedPart.Of(part => Xml.Write(part, xml => Write(xml, table)));
        return new(name, (zip, path) => zip.Add(path, packed));
    }

    /// <summary>Writes one table as a workbook with a single sheet.</summary>
    public static byte[] Write(string sheet, FlatTable table, DateTimeOffset modified) =>
        Write([new(sheet, (zip, path) => zip.Add(path, part => Xml.Write(part, xml => Write(xml, table))))], modified);

    // Writes cell by cell to an XmlWriter, because the XElement tree of a large city's table would not fit in memory.
    private static void Write(XmlWriter xml, FlatTable table)
    {
        xml.WriteStartElement("worksheet", Xml.Main.NamespaceName);
        SheetParts.FrozenView(null).WriteTo(xml);
        SheetParts.Columns(table.Columns.Select((name, at) => (WidthOf(table, at), StyleOf(table, at)))).WriteTo(xml);
        xml.WriteStartElement("sheetData", Xml.Main.NamespaceName);
        var rows = new Rows(xml, [.. table.Columns.Select((_, at) => CellAddress.ColumnName(at + 1))]);
        rows.Write(1, table.Columns, HeaderStyle);
        foreach (var (index, row) in table.Rows.Index())
            rows.Write(index + 2, row, TextStyle);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string address, object value, int textStyle)
    {
        xml.WriteStartElement("c", Xml.Main.NamespaceName);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", XmlConvert.ToString(value is string ? textStyle : PlainStyle));
        switch (value)
        {
            case decimal number:
                xml.WriteElementString("v", Xml.Main.NamespaceName, SheetParts.Number(number));
                break;
            case bool isTrue:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Xml.Main.NamespaceName, isTrue ? "1" : "0");
                break;
            default:
                WriteText(xml, (string)value);
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Xml.Main.NamespaceName);
        xml.WriteStartElement("t", Xml.Main.NamespaceName);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Escapes.Encode(Fitting(text)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Shortens a text that does not fit in a cell; the CSV contains the whole text. The texts of accepted workbooks fit, but the conversion
    // to plain text may lengthen them: for example, ㌖ becomes キロメートル.
    private static string Fitting(string text)
    {
        if (text.Length <= LongestCell)
            return text;
        var end = LongestCell - Cut.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Cut;
    }

    private static int StyleOf(FlatTable table, int at) => table.Rows.Any(r => r[at] is decimal or bool) ? PlainStyle : TextStyle;

    private static double WidthOf(FlatTable table, int at) => Math.Clamp(
        table.Rows.Take(WidthRows).Select(r => WidthOf(Convert.ToString(r[at], CultureInfo.InvariantCulture)))
            .Append(WidthOf(table.Columns[at])).Max()
            + 2,
        Narrowest, Widest);

    private static double WidthOf(string? text) => (text ?? "").Sum(c => char.IsAscii(c) ? 1 : 2);

    /// <summary>Writes the rows of a sheet, from top to bottom.</summary>
    /// <param name="xml">The writer of the sheet's XML.</param>
    /// <param name="columns">The name of each column, such as A.</param>
    private sealed class Rows(XmlWriter xml, string[] columns)
    {
        public void Write(int number, IReadOnlyList<object?> values, int textStyle)
        {
            var row = number.ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("row", Xml.Main.NamespaceName);
            xml.WriteAttributeString("r", row);
            xml.WriteAttributeString("ht", XmlConvert.ToString(RowHeight));
            for (var at = 0; at < values.Count; at++)
            {
                if (values[at] is { } value)
                    WriteCell(xml, columns[at] + row, value, textStyle);
            }

            xml.WriteEndElement();
        }
    }
}
