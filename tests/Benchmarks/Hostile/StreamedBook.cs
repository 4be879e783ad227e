using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Writes an .xlsx file part by part, with arbitrary content. The parts are written while they are generated, because some have 200 MB.
/// </summary>
internal sealed class StreamedBook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, IEnumerable<string>> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Path)> sheets = [];
    private IEnumerable<string> properties = [], listed = [], related = [];

    /// <summary>Starts a workbook with the sheet はじめに, which names the department and the reporting year.</summary>
    public static StreamedBook Of(string department) => new StreamedBook()
        .Sheet("はじめに", Data([Row(1, ["局・区名", department]), Row(2, ["報告年度", "平成30年度"])]));

    /// <param name="name">The name of the sheet.</param>
    /// <param name="content">The XML within the worksheet element.</param>
    public StreamedBook Sheet(string name, IEnumerable<string> content)
    {
        sheets.Add((name, $"worksheets/sheet{sheets.Count + 1}.xml"));
        parts[$"xl/{sheets[^1].Path}"] = Around($"<worksheet {Main}>", content, "</worksheet>");
        return this;
    }

    /// <summary>Adds a sheet with a header row and the given rows.</summary>
    public StreamedBook Table(string name, IReadOnlyList<string> header, IEnumerable<string> rows) =>
        Sheet(name, Data(rows.Prepend(Row(1, header))));

    public StreamedBook Part(string path, IEnumerable<string> content)
    {
        parts[path] = content;
        return this;
    }

    public StreamedBook SharedStrings(IEnumerable<string> items) => Part("xl/sharedStrings.xml", Around($"<sst {Main}>", items, "</sst>"));

    public StreamedBook Styles(IEnumerable<string> content) =>
        Part("xl/styles.xml", Around($"<styleSheet {Main}>", content, "</styleSheet>"));

    /// <summary>
    /// Adds XML to the workbook part, before its list of sheets and within that list, and to the relationships of the workbook part.
    /// </summary>
    public StreamedBook Listing(IEnumerable<string> before, IEnumerable<string> sheetElements, IEnumerable<string> relations)
    {
        (properties, listed, related) = (before, sheetElements, relations);
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in AllParts())
                Write(archive, path, content);
        }

        return stream.ToArray();
    }

    public static IEnumerable<string> Data(IEnumerable<string> rows) => rows.Prepend("<sheetData>").Append("</sheetData>");

    public static string Row(int number, IEnumerable<string> cells) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{string.Concat(cells.Select(
            (c, i) => c.Length == 0 ? "" : Text(number, i + 1, c)))}</row>");

    public static string Text(int row, int column, string text) =>
        $"<c r=\"{CellAddress.ColumnName(column)}{Number(row)}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    /// <summary>Returns a cell that refers to a shared string.</summary>
    public static string Shared(int row, int column, int text) =>
        $"<c r=\"{CellAddress.ColumnName(column)}{Number(row)}\" t=\"s\"><v>{Number(text)}</v></c>";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<(string Path, IEnumerable<string> Content)> AllParts()
    {
        const string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        yield return (
            "_rels/.rels",
            [$"{relations}<Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"]);
        yield return ("xl/workbook.xml",
            Around($"<workbook {Main}>", properties.Concat(Around("<sheets>", OwnSheets().Concat(listed), "</sheets>")), "</workbook>"));
        yield return ("xl/_rels/workbook.xml.rels", Around(relations, OwnRelations().Concat(related), "</Relationships>"));
        foreach (var (path, content) in parts)
            yield return (path, content);
    }

    private IEnumerable<string> OwnSheets() =>
        sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{Number(i + 1)}\" r:id=\"s{Number(i)}\"/>");

    private IEnumerable<string> OwnRelations() =>
        sheets.Select((s, i) => $"<Relationship Id=\"s{Number(i)}\" Type=\"{Office}/worksheet\" Target=\"{s.Path}\"/>")
        .Append($"<Relationship Id=\"x\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"y\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>");

    private static IEnumerable<string> Around(string before, IEnumerable<string> content, string after) =>
        content.Prepend(before).Append(after);

    private static void Write(ZipArchive archive, string path, IEnumerable<string> content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        foreach (var piece in content)
            writer.Write(piece);
    }
}
