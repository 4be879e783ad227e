using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KawasakiServerless.Testing;

/// <summary>
/// Makes a workbook with arbitrary sheets and cells, which need not follow the template. A cell is a text, a number, or null if it is
/// blank.
/// </summary>
public sealed class RawWorkbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    private readonly List<(string Name, string Rows)> sheets = [];

    public RawWorkbook Sheet(string name, params IEnumerable<object?[]> rows)
    {
        sheets.Add((name, string.Concat(rows.Select(Row))));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(archive, "_rels/.rels", $"<Relationships {Relations}><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><sheets>{Each(
                (s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i}\" r:id=\"s{i}\"/>")}</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships {Relations}>{Each(
                (_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/{i}.xml\"/>")}</Relationships>");
            foreach (var (index, sheet) in sheets.Index())
                Add(
                    archive, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/{index + 1}.xml"),
                    $"<worksheet {Main}><sheetData>{sheet.Rows}</sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private string Each(Func<(string Name, string Rows), int, string> write) => string.Concat(sheets.Select((s, i) => write(s, i + 1)));

    private static void Add(ZipArchive archive, string path, string xml)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static string Row(object?[] cells) => $"<row>{string.Concat(cells.Select(Cell))}</row>";

    private static string Cell(object? content) => content switch
    {
        null => "<c/>",
        string text => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        _ => $"<c><v>{Convert.ToString(content, CultureInfo.InvariantCulture)}</v></c>",
    };
}
