using System.Collections;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Readability;

/// <summary>Opens .xlsx with its texts in the cells, as this site writes it.</summary>
internal static class WorkbookOpener
{
    private static readonly string[] Furniture = ["[Content_Types].xml", "_rels/", "docProps/", "xl/workbook.xml", "xl/_rels/", "xl/styles.xml", "xl/worksheets/sheet"];

    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static OpenedFile Open(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return new(name, new SheetList(bytes, [.. Sheets(zip)]))
            {
                Objects = [.. zip.Entries.Select(e => e.FullName).Where(path => !Furniture.Any(f => path.StartsWith(f, StringComparison.Ordinal)))],
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return new(name, []);
        }
    }

    private static IEnumerable<(string Name, string Path)> Sheets(ZipArchive zip)
    {
        var targets = Load(zip, "xl/_rels/workbook.xml.rels").Elements().ToDictionary(r => Required(r, "Id"), r => Required(r, "Target"));
        return Load(zip, "xl/workbook.xml").Descendants(Xml.Main + "sheet")
            .Select(s => (Required(s, "name"), $"xl/{targets.GetValueOrDefault(Required(s, Xml.Relationships + "id"))}"));
    }

    private static string Required(XElement element, XName name) => (string?)element.Attribute(name) ?? throw new InvalidDataException($"{name} is missing.");

    private static XElement Load(ZipArchive zip, string path)
    {
        using var stream = Part(zip, path);
        return XElement.Load(stream);
    }

    private static Stream Part(ZipArchive zip, string path) => (zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.")).Open();

    // As it comes: the sheet of a large city would not stand in memory as elements.
    private static OpenedTable Sheet(string name, Stream stream)
    {
        List<IReadOnlyList<OpenedCell>> rows = [];
        List<string> merged = [];
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
                AddRow(reader, rows);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
                merged.Add(reader.GetAttribute("ref") ?? "");
        }

        var width = rows.Count == 0 ? 0 : rows[0].Count;
        return new(name, [.. rows.Select(r => r.Count >= width ? r : [.. r, .. Enumerable.Repeat(OpenedCell.Blank, width - r.Count)])]) { Merged = merged };
    }

    private static void AddRow(XmlReader reader, List<IReadOnlyList<OpenedCell>> rows)
    {
        // A number left out is a row left blank.
        while (rows.Count < XmlConvert.ToInt32(reader.GetAttribute("r") ?? "") - 1)
            rows.Add([]);
        List<OpenedCell> cells = new(rows.Count == 0 ? 0 : rows[0].Count);
        for (var isOpen = !reader.IsEmptyElement; isOpen && reader.Read() && reader.NodeType != XmlNodeType.EndElement;)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            while (CellAddress.TryParse(reader.GetAttribute("r"), out var at) && cells.Count < at.Column - 1)
                cells.Add(OpenedCell.Blank);
            cells.Add(Cell(reader));
        }

        rows.Add(cells);
    }

    // Leaves the reader at the end of the cell.
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

    // Leaves the reader at the end of the element.
    private static string Text(XmlReader reader)
    {
        var text = "";
        while (!reader.IsEmptyElement && reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            text += reader.Value;
        return text;
    }

    /// <summary>The sheets of a workbook, each opened when it is asked for: together they would fill the memory.</summary>
    private sealed class SheetList(byte[] bytes, IReadOnlyList<(string Name, string Path)> sheets) : IReadOnlyList<OpenedTable>
    {
        public int Count => sheets.Count;

        public OpenedTable this[int index]
        {
            get
            {
                using var zip = new ZipArchive(new MemoryStream(bytes));
                using var part = Part(zip, sheets[index].Path);
                return Sheet(sheets[index].Name, part);
            }
        }

        public IEnumerator<OpenedTable> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
