using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>Writes a workbook from raw XML, so that tests can put anything into it.</summary>
internal sealed class TestBook
{
    private readonly List<(string Name, string Attributes, string Xml)> sheets = [];
    private readonly Dictionary<string, string> parts = [];

    public string WorkbookProperties { get; init; } = "";

    public string AfterSheets { get; init; } = "";

    /// <summary>A workbook with the sheet はじめに and one sheet with the given rows.</summary>
    public static TestBook Of(string department, string sheet, params object?[][] rows) => new TestBook()
        .Sheet("はじめに", ["局・区名", Some.Department(department).Name], ["報告年度", "平成30年度"])
        .Sheet(sheet, rows);

    /// <summary>Whether はじめに is among its sheets.</summary>
    public bool NamesDepartment => sheets.Exists(s => s.Name == "はじめに");

    public TestBook Sheet(string name, params object?[][] rows) => Raw(name, "", Rows(rows));

    public TestBook Hidden(string name, params object?[][] rows) => Raw(name, "state=\"hidden\"", Rows(rows));

    public TestBook Raw(string name, string attributes, string xml)
    {
        sheets.Add((name, attributes, xml));
        return this;
    }

    public TestBook Part(string path, string xml)
    {
        parts[path] = xml;
        return this;
    }

    public byte[] ToBytes()
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        var all = new Dictionary<string, string>
        {
            ["_rels/.rels"] = $"<Relationships {relations}><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook {main}>{WorkbookProperties}<sheets>"
                + $"{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" {s.Attributes} r:id=\"s{i}\"/>"))}</sheets>"
                + $"{AfterSheets}</workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships {relations}><Relationship Id=\"x\" Type=\"{office}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"y\" Type=\"{office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + $"{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{office}/worksheet\" Target=\"../xl/worksheets/{i}.xml\"/>"))}</Relationships>",
            ["xl/styles.xml"] = $"<styleSheet {main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
        };
        foreach (var (sheet, i) in sheets.Select((s, i) => (s, i)))
            all[$"xl/worksheets/{i}.xml"] = $"<worksheet {main}>{sheet.Xml}</worksheet>";
        foreach (var (path, xml) in parts)
            all[path] = xml;
        return Zip(all.Where(p => p.Value.Length > 0).Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in parts)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static string Rows(object?[][] rows) => $"<sheetData>{string.Concat(rows.Select(Row))}</sheetData>";

    private static string Row(object?[] cells, int index) =>
        $"<row r=\"{index + 1}\">{string.Concat(cells.Select((c, i) => Cell(c, $"{CellAddress.ColumnName(i + 1)}{index + 1}")))}</row>";

    private static string Cell(object? content, string address) => content switch
    {
        null => "",
        RawCell raw => $"<c r=\"{address}\" {raw.Attributes}>{raw.Xml}</c>",
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        _ => $"<c r=\"{address}\"><v>{Convert.ToString(content, CultureInfo.InvariantCulture)}</v></c>",
    };
}

internal sealed record RawCell(string Attributes, string Xml);
