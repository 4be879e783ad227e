using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Converts a workbook that this project wrote to the form in which Excel and openpyxl save it: every text is stored once in
/// xl/sharedStrings.xml, and every part is compressed.
/// </summary>
internal sealed class SharedTexts
{
    private const string Part = "xl/sharedStrings.xml";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    public static byte[] Save(byte[] workbook)
    {
        var saving = new SharedTexts();
        return Convert(workbook, saving.Converted, saving.AddPart);
    }

    /// <summary>
    /// Returns the workbook with its parts compressed. The texts remain inline in the cells and are not moved to sharedStrings.xml.
    /// </summary>
    public static byte[] Deflate(byte[] workbook) => Convert(workbook, Load, _ => { });

    private static byte[] Convert(byte[] workbook, Func<ZipArchiveEntry, XElement> convert, Action<ZipArchive> end)
    {
        using var saved = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook)))
        using (var to = new ZipArchive(saved, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
                Write(to, entry.FullName, convert(entry));
            end(to);
        }

        return saved.ToArray();
    }

    private void AddPart(ZipArchive archive) =>
        Write(archive, Part, new(Main + "sst", texts.Keys.Select(t => new XElement(Main + "si", TextElement(t)))));

    private XElement Converted(ZipArchiveEntry entry)
    {
        var part = Load(entry);
        foreach (var cell in part.Descendants(Main + "c").Where(c => (string?)c.Attribute("t") == "inlineStr"))
            Share(cell);
        if (entry.FullName == "xl/_rels/workbook.xml.rels")
            part.Add(
                new XElement(Relations + "Relationship", new XAttribute("Id", "rIdTexts"),
                    new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"),
                        new XAttribute("Target", "sharedStrings.xml")));
        if (entry.FullName == "[Content_Types].xml")
            part.Add(new XElement(Types + "Override", new XAttribute("PartName", $"/{Part}"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml")));
        return part;
    }

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private void Share(XElement cell)
    {
        var text = cell.Element(Main + "is")!.Value;
        if (!texts.TryGetValue(text, out var index))
            texts[text] = index = texts.Count;
        cell.SetAttributeValue("t", "s");
        cell.ReplaceNodes(new XElement(Main + "v", index.ToString(CultureInfo.InvariantCulture)));
    }

    private static XElement TextElement(string text) => new(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private static void Write(ZipArchive archive, string path, XElement part)
    {
        using var stream = archive.CreateEntry(path).Open();
        part.Save(stream, SaveOptions.DisableFormatting);
    }
}
