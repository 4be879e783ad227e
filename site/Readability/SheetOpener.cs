using System.Xml;
using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Parses a worksheet for the machine-readability checks with an XmlReader, because the XElement tree of a large city's sheet would not fit
/// in memory.
/// </summary>
/// <param name="styles">The indexes of the cell styles that look different from the normal style, such as bold.</param>
/// <param name="hidden">The name of the sheet if the sheet itself is hidden; otherwise empty.</param>
internal sealed class SheetOpener(IReadOnlySet<string> styles, IReadOnlyList<string> hidden)
{
    private const int Shown = 3;

    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly OpenedRows rows = new();
    private readonly List<string> merged = [], hiddenLines = [.. hidden], styled = [];

    public OpenedTable Open(string name, Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Take(reader);
        }

        return new(name, rows.All)
        {
            Merged = merged,
            Hidden = hiddenLines,
            Styled = styled,
        };
    }

    private void Take(XmlReader reader)
    {
        if (reader.LocalName is "row" or "col" && IsHidden(reader))
            hiddenLines.Add(reader.LocalName == "row" ? $"{reader.GetAttribute("r")}行目" : $"{reader.GetAttribute("min")}列目");
        if (reader.LocalName == "row")
            AddRow(reader);
        else if (reader.LocalName == "mergeCell")
            merged.Add(reader.GetAttribute("ref") ?? "");
    }

    private static bool IsHidden(XmlReader reader) =>
        reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("collapsed") is "1" or "true";

    private void AddRow(XmlReader reader)
    {
        // A worksheet does not store blank rows, so a gap in the row numbers is filled with blank rows.
        while (rows.Count < XmlConvert.ToInt32(reader.GetAttribute("r") ?? "") - 1)
            rows.Add([.. Enumerable.Repeat(OpenedCell.Blank, rows.Width)]);
        List<OpenedCell> cells = new(rows.Width);
        for (var isOpen = !reader.IsEmptyElement; isOpen && reader.Read() && reader.NodeType != XmlNodeType.EndElement;)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            while (CellAddress.TryParse(reader.GetAttribute("r"), out var at) && cells.Count < at.Column - 1)
                cells.Add(OpenedCell.Blank);
            if (rows.Count > 0 && styled.Count < Shown && styles.Count > 0 && styles.Contains(reader.GetAttribute("s") ?? ""))
                styled.Add(reader.GetAttribute("r") ?? "");
            cells.Add(Cell(reader));
        }

        while (cells.Count < rows.Width)
            cells.Add(OpenedCell.Blank);
        rows.Add([.. cells]);
    }

    // Reads a cell, the element `<c>`. Afterwards the reader is at the end tag of this element, or still at the element if it is empty.
    private static OpenedCell Cell(XmlReader reader)
    {
        var (type, formula, value, text) = (reader.GetAttribute("t"), (string?)null, (string?)null, "");
        for (var depth = reader.Depth; !reader.IsEmptyElement && reader.Read() && reader.Depth > depth;)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" or "v" or "t" })
                _ = reader.LocalName switch { "f" => formula = Text(reader), "v" => value = Text(reader), _ => text += Text(reader) };
        }

        if (formula is not null)
            return new($"={formula}", CellKind.Formula);
        return type switch
        {
            "inlineStr" => OpenedCell.OfText(text),
            "b" => new(value == "1" ? "true" : "false", CellKind.Truth),
            null or "n" => value is null ? OpenedCell.Blank : new(value, CellKind.Number),
            _ => OpenedCell.OfText(value ?? ""),
        };
    }

    // Reads the text of an element. Afterwards the reader is at the end tag of the element, or still at the element if it has no end tag.
    private static string Text(XmlReader reader)
    {
        var text = "";
        while (!reader.IsEmptyElement && reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            text += reader.Value;
        return text;
    }
}
