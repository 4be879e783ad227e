using System.Collections;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Parses an .xlsx file for the machine-readability checks. The texts must be in the cells themselves (inline strings), as in the workbooks
/// that the site writes; shared strings are not supported.
/// </summary>
internal static class WorkbookOpener
{
    private static readonly string[] StandardParts =
        ["[Content_Types].xml", "_rels/", "docProps/", "xl/workbook.xml", "xl/_rels/", "xl/styles.xml", "xl/worksheets/sheet"];

    public static OpenedFile Open(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return new(name, new SheetList(bytes, [.. Sheets(zip)], StylesThatDiffer.In(zip)))
            {
                Objects = [.. zip.Entries.Select(e => e.FullName)
                    .Where(path => !StandardParts.Any(f => path.StartsWith(f, StringComparison.Ordinal)))],
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return new(name, []);
        }
    }

    private static IEnumerable<SheetPart> Sheets(ZipArchive zip)
    {
        var targets = Load(zip, "xl/_rels/workbook.xml.rels").Elements().ToDictionary(r => Required(r, "Id"), r => Required(r, "Target"));
        return Load(zip, "xl/workbook.xml").Descendants(Xml.Main + "sheet")
            .Select(s => new SheetPart(
                Required(s, "name"), $"xl/{targets.GetValueOrDefault(Required(s, Xml.Relationships + "id"))}",
                (string?)s.Attribute("state") is "hidden" or "veryHidden"));
    }

    private static string Required(XElement element, XName name) =>
        (string?)element.Attribute(name) ?? throw new InvalidDataException($"{name} is missing.");

    private static XElement Load(ZipArchive zip, string path)
    {
        using var stream = Part(zip, path);
        return XElement.Load(stream);
    }

    private static Stream Part(ZipArchive zip, string path) =>
        (zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.")).Open();

    private sealed record SheetPart(string Name, string Path, bool IsHidden);

    /// <summary>
    /// The sheets of a workbook. A sheet is parsed on each access and not stored, because all sheets together would exhaust the memory.
    /// </summary>
    private sealed class SheetList(byte[] bytes, IReadOnlyList<SheetPart> sheets, IReadOnlySet<string> styles) : IReadOnlyList<OpenedTable>
    {
        public int Count => sheets.Count;

        public OpenedTable this[int index]
        {
            get
            {
                using var zip = new ZipArchive(new MemoryStream(bytes));
                using var part = Part(zip, sheets[index].Path);
                var hidden = sheets[index].IsHidden ? [$"シート「{sheets[index].Name}」"] : Array.Empty<string>();
                return new SheetOpener(styles, hidden).Open(sheets[index].Name, part);
            }
        }

        public IEnumerator<OpenedTable> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
