using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>The answer to a submitted workbook (the copy with its problems marked), as a program that opens it sees it.</summary>
internal sealed class Answer(byte[] bytes)
{
    public const string Main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> parts = PartsOf(bytes);

    public byte[] Bytes => bytes;

    public XElement Workbook => Part("xl/workbook.xml");

    public string[] SheetNames => [.. Workbook.Descendants($"{Main}sheet").Select(s => s.Attribute("name")!.Value)];

    public string[] List =>
        [.. Sheet("指摘一覧").Descendants($"{Main}row").Select(r => string.Join('|', r.Descendants($"{Main}t").Select(t => t.Value)))];

    public string[] Links =>
        [.. Sheet("指摘一覧").Descendants($"{Main}hyperlink").Select(h => $"{h.Attribute("ref")!.Value} {h.Attribute("location")!.Value}")];

    public static Answer To(byte[] original, params Problem[] problems) => new(AnnotatedWorkbook.Write(original, problems));

    public static Dictionary<string, byte[]> PartsOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            e.Open().CopyTo(content);
            return content.ToArray();
        });
    }

    public string CellsOf(string sheet) => string.Join(", ", Sheet(sheet).Descendants($"{Main}row")
        .Select(r => $"{r.Attribute("r")!.Value}: {string.Join(' ', r.Elements($"{Main}c").Select(c => c.Attribute("r")!.Value))}"));

    public string? FillOf(string sheet, string cell) => ColourOf(sheet, cell, "fill", "fgColor");

    public string? LettersOf(string sheet, string cell) => ColourOf(sheet, cell, "font", "color");

    public Dictionary<string, string> Comments(string sheet) => Related(sheet, "comments") is { } path
        ? Part(path).Descendants($"{Main}comment")
            .ToDictionary(c => c.Attribute("ref")!.Value, c => string.Concat(c.Descendants($"{Main}t").Select(t => t.Value)))
        : [];

    public string Text(string path) => Encoding.UTF8.GetString(parts[path]);

    /// <summary>How many of the given parts exist.</summary>
    public int PartCount(params string[] paths) => paths.Count(parts.ContainsKey);

    public IEnumerable<string> NewErrors(byte[] original) => Errors().Except(new Answer(original).Errors());

    public HashSet<string> Errors()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => e.Description)];
    }

    private string? ColourOf(string sheet, string cell, string look, string colour)
    {
        var (styles, format) = (Part("xl/styles.xml"),
            (int?)Sheet(sheet).Descendants($"{Main}c").Single(c => c.Attribute("r")!.Value == cell).Attribute("s") ?? 0);
        var at = (int?)styles.Element($"{Main}cellXfs")!.Elements().ElementAt(format).Attribute($"{look}Id") ?? 0;
        return styles.Element($"{Main}{look}s")!.Elements().ElementAt(at).Descendants($"{Main}{colour}")
            .FirstOrDefault()?.Attribute("rgb")?.Value;
    }

    private XElement Sheet(string name)
    {
        var id = Workbook.Descendants($"{Main}sheet").Single(s => s.Attribute("name")!.Value == name).Attribute($"{{{Office}}}id")!.Value;
        return Part(Target("xl/", Part("xl/_rels/workbook.xml.rels").Elements().Single(r => r.Attribute("Id")!.Value == id)));
    }

    private string? Related(string sheet, string type)
    {
        var id = Workbook.Descendants($"{Main}sheet").Single(s => s.Attribute("name")!.Value == sheet).Attribute($"{{{Office}}}id")!.Value;
        var path = Target("xl/", Part("xl/_rels/workbook.xml.rels").Elements().Single(r => r.Attribute("Id")!.Value == id));
        var relations = $"xl/worksheets/_rels/{Path.GetFileName(path)}.rels";
        return parts.ContainsKey(relations)
            && Part(relations).Elements().FirstOrDefault(r => r.Attribute("Type")!.Value == $"{Office}/{type}") is { } relation
            ? Target("xl/worksheets/", relation)
            : null;
    }

    private static string Target(string folder, XElement relation) =>
        new Uri(new Uri($"http://x/{folder}"), relation.Attribute("Target")!.Value).AbsolutePath[1..];

    private XElement Part(string path) => XDocument.Load(new MemoryStream(parts[path])).Root!;
}
