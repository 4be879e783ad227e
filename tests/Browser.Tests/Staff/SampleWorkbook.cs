using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>The sample workbook of a department, unchanged or with cells changed as a person would change them.</summary>
internal sealed record SampleWorkbook(string Department, byte[] Bytes)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public FilePayload File => new()
    {
        Name = $"2018-{Department}.xlsx",
        MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Buffer = Bytes,
    };

    public static SampleWorkbook Of(string department) =>
        new(department, System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"2018-{department}.xlsx")));

    /// <summary>Changes the cell that contains this value. The workbook must have exactly one such cell.</summary>
    public SampleWorkbook With(string value, string instead)
    {
        using var file = new MemoryStream();
        file.Write(Bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            Change(zip, value, instead);
        return this with { Bytes = file.ToArray() };
    }

    private static void Change(ZipArchive zip, string value, string instead)
    {
        var sheets = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            .Select(e => (Entry: e, Xml: Read(e)));
        var (entry, xml, cell) = sheets.SelectMany(s => CellsWith(s.Xml, value).Select(c => (s.Entry, s.Xml, Cell: c))).Single();
        Write(cell, instead);
        using var stream = entry.Open();
        stream.SetLength(0);
        xml.Save(stream, SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> CellsWith(XDocument sheet, string value) =>
        sheet.Descendants(Main + "c").Where(c => (c.Element(Main + "v") ?? c.Element(Main + "is"))?.Value == value);

    private static void Write(XElement cell, string value)
    {
        var isNumber = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        cell.SetAttributeValue("t", isNumber ? null : "inlineStr");
        cell.ReplaceNodes(isNumber ? new XElement(Main + "v", value) : new XElement(Main + "is", new XElement(Main + "t", value)));
    }

    private static XDocument Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
