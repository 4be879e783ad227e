using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Copies the XML of a sheet node by node, gives the marked cells the fill of their severity, adds the reference to the comment shapes, and
/// deselects the sheet.
/// </summary>
/// <param name="drawing">Id of the new relation to the comment shapes; null when no reference must be added, because the sheet already
/// refers to the shapes or its comments are unchanged.</param>
internal sealed class MarkedSheet(
    MarkedBook marked, ColumnFormats columns, SheetMarks marks, string? drawing)
{
    // The elements that the schema allows only after <legacyDrawing>, so <legacyDrawing> is written before the first of them.
    private static readonly HashSet<string> AfterDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private readonly SortedDictionary<int, List<CellMark>> pending =
        new(marks.InOrder.GroupBy(m => m.Address.Row).ToDictionary(g => g.Key, g => g.OrderBy(m => m.Address.Column).ToList()));

    private readonly HashSet<int> misplacedRows = [.. marks.Misplaced.Keys.Select(a => a.Row)];

    private string? unwritten = drawing;

    public void Write(EditedSheet sheet, Stream target)
    {
        using var reader = marked.Package.OpenXml(sheet.Path);
        using var writer = XmlWriter.Create(target, EditedPackage.AsItWas);
        var row = 0;
        while (reader.Step(marked.Package.Budget))
        {
            if (reader.IsAt("row"))
                WriteRow(reader, writer, row = RowNumber(reader, row));
            else if (reader.LocalName == "sheetData" && (reader.NodeType == XmlNodeType.EndElement
                || reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true }))
                EndData(reader, writer);
            else
                WriteOther(reader, writer);
        }
    }

    public static int RowNumber(XmlReader reader, int before) =>
        int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= CellAddress.LastRow
            ? number
            : before + 1;

    public static int ColumnNumber(XmlReader reader, int before) =>
        CellAddress.TryParse(reader.GetAttribute("r"), out var address) ? address.Column : before + 1;

    private void WriteOther(XmlReader reader, XmlWriter writer)
    {
        var isDueHere = reader.Depth == 1
            ? reader.NodeType == XmlNodeType.Element && AfterDrawing.Contains(reader.LocalName)
            : reader.Depth == 0 && reader.NodeType == XmlNodeType.EndElement;
        if (isDueHere && unwritten is not null)
            WriteDrawing(writer);
        XmlCopy.Node(reader, writer, reader.IsAt("sheetView") ? "tabSelected" : null);
    }

    private void WriteDrawing(XmlWriter writer)
    {
        var dialect = marked.Book.Dialect;
        writer.WriteStartElement(writer.LookupPrefix(dialect.Main.NamespaceName) ?? "", "legacyDrawing", dialect.Main.NamespaceName);
        writer.WriteAttributeString("id", dialect.Relationships.NamespaceName, unwritten);
        writer.WriteEndElement();
        unwritten = null;
    }

    private void EndData(XmlReader reader, XmlWriter writer)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            writer.WriteAttributes(reader, defattr: false);
        }

        WriteRowsUpTo(CellAddress.LastRow + 1, reader, writer);
        writer.WriteEndElement();
    }

    private void WriteRowsUpTo(int row, XmlReader reader, XmlWriter writer)
    {
        while (pending.Count > 0 && pending.First() is var (number, cells) && number < row)
        {
            writer.WriteStartElement(reader.Prefix, "row", reader.NamespaceURI);
            writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            foreach (var cell in cells)
                WriteBlank(cell, null, reader, writer);
            writer.WriteEndElement();
            pending.Remove(number);
        }
    }

    private void WriteRow(XmlReader reader, XmlWriter writer, int number)
    {
        WriteRowsUpTo(number, reader, writer);
        if (!pending.Remove(number, out var cells) && !misplacedRows.Contains(number))
        {
            XmlCopy.Element(reader, writer, marked.Package.Budget);
            return;
        }

        var (prefix, name, space, depth, isEmpty) = (
            reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Depth, reader.IsEmptyElement);
        var format = reader.GetAttribute("customFormat") is "1" or "true"
            && int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? s
            : (int?)null;
        writer.WriteStartElement(prefix, name, space);
        // The optional attribute spans is omitted, because the added cells may lie outside the range that it declares.
        XmlCopy.Attributes(reader, writer, "spans");
        var (rest, column) = (new Queue<CellMark>(cells ?? []), 0);
        while (!isEmpty && reader.Step(marked.Package.Budget) && reader.Depth > depth)
        {
            if (!reader.IsAt("c"))
            {
                XmlCopy.Node(reader, writer);
                continue;
            }

            column = ColumnNumber(reader, column);
            while (rest.TryPeek(out var next) && next.Address.Column < column)
                WriteBlank(rest.Dequeue(), format, reader, writer);
            if (rest.TryPeek(out var mark) && mark.Address.Column == column)
                WriteCell(reader, writer, rest.Dequeue());
            else if (marks.Misplaced.TryGetValue(new(number, column), out var misplaced))
                WriteCell(reader, writer, misplaced);
            else
                XmlCopy.Element(reader, writer, marked.Package.Budget);
        }

        foreach (var cell in rest)
            WriteBlank(cell, format, reader, writer);
        writer.WriteEndElement();
    }

    private void WriteCell(XmlReader reader, XmlWriter writer, CellMark mark)
    {
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        var format = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        XmlCopy.Attributes(reader, writer, "s");
        writer.WriteAttributeString("s", marked.Styles.Marked(format, mark.Severity).ToString(CultureInfo.InvariantCulture));
        while (!isEmpty && reader.Step(marked.Package.Budget) && reader.Depth > depth)
            XmlCopy.Node(reader, writer);
        writer.WriteEndElement();
    }

    private void WriteBlank(CellMark mark, int? rowFormat, XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement(reader.Prefix, "c", reader.NamespaceURI);
        writer.WriteAttributeString("r", mark.Address.ToString());
        writer.WriteAttributeString(
            "s",
            marked.Styles.Marked(rowFormat ?? columns.FormatOf(mark.Address.Column), mark.Severity).ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }
}
