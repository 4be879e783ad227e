using System.Globalization;
using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Packing;

/// <summary>
/// Assembles sheets into an .xlsx file. Its parts (the files inside it), the relationships between them and the ids are written in a
/// fixed order, so that the file is reproducible.
/// </summary>
internal static class WrittenWorkbook
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string SpreadsheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] ToBytes(
        IReadOnlyList<WrittenSheet> sheets, XElement styles, IEnumerable<(string Name, string Value)> properties, DateTimeOffset modified)
    {
        using var zip = new ReproducibleZip();
        zip.Add("[Content_Types].xml", part => Xml.Write(part, ContentTypes(sheets.Count)));
        zip.Add("_rels/.rels", part => Xml.Write(part, RootRelations()));
        zip.Add("docProps/core.xml", part => Xml.Write(part, CoreProperties(modified)));
        zip.Add("docProps/custom.xml", part => Xml.Write(part, CustomProperties(properties)));
        zip.Add("xl/workbook.xml", part => Xml.Write(part, Workbook(sheets)));
        zip.Add("xl/_rels/workbook.xml.rels", part => Xml.Write(part, WorkbookRelations(sheets.Count)));
        zip.Add("xl/styles.xml", part => Xml.Write(part, styles));
        foreach (var (index, sheet) in sheets.Index())
            sheet.AddTo(zip, $"xl/{PathOf(index)}");
        return zip.ToArray();
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{index + 1}.xml");

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static XElement Workbook(IReadOnlyList<WrittenSheet> sheets) => Element(
        "workbook",
        new XAttribute(XNamespace.Xmlns + "r", Relationships.NamespaceName),
        Element("bookViews", Element("workbookView", Attribute("activeTab", 0))),
        Element("sheets", sheets.Select((s, i) => Element(
            "sheet",
            Attribute("name", s.Name),
            Attribute("sheetId", i + 1),
            s.IsHidden ? Attribute("state", "hidden") : null,
            new XAttribute(Relationships + "id", IdOf(i))))),
        Element("definedNames", sheets.Index().Where(s => s.Item.FilterRange is not null).SelectMany(s => Names(s.Item, s.Index))));

    // Excel reads the rows to repeat on every printed page from the defined names, and LibreOffice reads the filter range from them.
    private static XElement[] Names(WrittenSheet sheet, int index) =>
    [
        Element("definedName", Attribute("name", "_xlnm._FilterDatabase"), Attribute("localSheetId", index),
            Attribute("hidden", 1), $"'{sheet.Name}'!{Absolute(sheet.FilterRange!)}"),
        Element("definedName", Attribute("name", "_xlnm.Print_Titles"), Attribute("localSheetId", index), $"'{sheet.Name}'!$1:$1"),
    ];

    private static string Absolute(string range) => CellRange.TryParse(range, out var r)
        ? string.Create(CultureInfo.InvariantCulture, $"$A$1:${CellAddress.ColumnName(r.Value.Last.Column)}${r.Value.Last.Row}")
        : range;

    private static XElement ContentTypes(int sheets)
    {
        XNamespace ns = Package + "content-types";
        return new(
            ns + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            Override("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
            Override("/xl/workbook.xml", $"{SpreadsheetMl}sheet.main+xml"),
            Override("/xl/styles.xml", $"{SpreadsheetMl}styles+xml"),
            Enumerable.Range(0, sheets).Select(i => Override($"/xl/{PathOf(i)}", $"{SpreadsheetMl}worksheet+xml")));

        XElement Default(string extension, string type) =>
            new(ns + "Default", Attribute("Extension", extension), Attribute("ContentType", type));
        XElement Override(string path, string type) => new(ns + "Override", Attribute("PartName", path), Attribute("ContentType", type));
    }

    private static XElement RootRelations() => RelationList(
    [
        (Office + "relationships/officeDocument", "xl/workbook.xml"),
        (Package + "relationships/metadata/core-properties", "docProps/core.xml"),
        (Office + "relationships/custom-properties", "docProps/custom.xml"),
    ]);

    private static XElement WorkbookRelations(int sheets) => RelationList(
        [.. Enumerable.Range(0, sheets)
            .Select(i => (Office + "relationships/worksheet", PathOf(i))), (Office + "relationships/styles", "styles.xml")]);

    private static XElement RelationList(IEnumerable<(string Type, string Target)> relations)
    {
        XNamespace ns = Package + "relationships";
        return new(ns + "Relationships", relations.Select((r, i) => new XElement(
            ns + "Relationship", Attribute("Id", IdOf(i)), Attribute("Type", r.Type), Attribute("Target", r.Target))));
    }

    private static XElement CoreProperties(DateTimeOffset modified)
    {
        XNamespace core = Package
            + "metadata/core-properties", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        return new(core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi), Time("created"), Time("modified"));

        XElement Time(string name) =>
            new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), modified.UtcDateTime
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static XElement CustomProperties(IEnumerable<(string Name, string Value)> properties)
    {
        XNamespace ns = Office + "custom-properties", types = Office + "docPropsVTypes";
        return new(ns + "Properties", new XAttribute(XNamespace.Xmlns + "vt", types), properties.Select((p, i) => new XElement(
            ns + "property",
            Attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
            Attribute("pid", i + 2),
            Attribute("name", p.Name),
            new XElement(types + "lpwstr", p.Value))));
    }
}

/// <summary>A sheet of a workbook.</summary>
/// <param name="AddTo">Adds the XML of the sheet to the zip, at the given path.</param>
internal sealed record WrittenSheet(string Name, Action<ReproducibleZip, string> AddTo)
{
    public bool IsHidden { get; init; }

    /// <summary>The range of the column filter, such as A1:M40; null if the sheet has no filter.</summary>
    public string? FilterRange { get; init; }

    public static WrittenSheet Of(string name, XElement part) =>
        new(name, (zip, path) => zip.Add(path, stream => Xml.Write(stream, part)))
        {
            FilterRange = (string?)part.Element(Xml.Main + "autoFilter")?.Attribute("ref"),
        };
}
