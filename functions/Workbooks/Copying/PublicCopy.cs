using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Creates the public copy of a department's workbook (公開用の写し). It contains only the visible cells of visible sheets, at the same addresses
/// and with the same formatting. Only the parts on an allowlist are copied: sheets, shared texts and styles; of these parts, only elements
/// and attributes on an allowlist. Anything else may identify people and is omitted: properties, comments, hidden sheets, the content of
/// hidden rows and columns, links to other files, pictures, macros. The sheet with the list of problems (指摘一覧) is omitted, too.
/// </summary>
public static class PublicCopy
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string SpreadsheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>
    /// The version of the assembly that creates copies. Callers store it with each copy, so that a change of this code makes them create
    /// new copies.
    /// </summary>
    public static Guid Version => typeof(PublicCopy).Module.ModuleVersionId;

    /// <summary>
    /// Runs in bounded time and memory for any input and does not throw on damaged or hostile files. The same input yields the same bytes.
    /// </summary>
    /// <param name="workbook">The uploaded file.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>An .xlsx; null for an .xls, for an unreadable or too large file, and when no sheet is visible.</returns>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static byte[]? TryMake(ReadOnlyMemory<byte> workbook, CancellationToken cancellation) =>
        TryMake(workbook, () => new(TimeProvider.System, cancellation, Allowance.Marking));

    /// <param name="workbook">The uploaded file.</param>
    /// <param name="newBudget">Creates a budget; called once for reading the workbook and once for writing the copy.</param>
    internal static byte[]? TryMake(ReadOnlyMemory<byte> workbook, Func<Budget> newBudget)
    {
        if (CompoundFile.IsOne(workbook.Span))
            return null;
        try
        {
            return SpreadsheetReader.Read(workbook, newBudget()) is { Workbook: { } read } ? Write(workbook, read, newBudget()) : null;
        }
        catch (Exception e) when (SpreadsheetReader.IsDamage(e))
        {
            return null;
        }
    }

    private static byte[]? Write(ReadOnlyMemory<byte> workbook, Spreadsheet read, Budget budget)
    {
        using var archive = new ZipArchive(SpreadsheetReader.StreamOf(workbook), ZipArchiveMode.Read);
        var package = new Package(archive, budget);
        var outline = WorkbookPart.Outline(package);
        var visible = read.Sheets.Zip(outline.Sheets).Where(s => !s.First.IsHidden && !FindingsList.IsOn(s.First)).ToList();
        return visible.Count == 0 ? null : Write(package, outline, visible);
    }

    private static byte[] Write(Package package, WorkbookOutline outline, List<(Sheet Sheet, SheetOutline Place)> sheets)
    {
        using var zip = new ReproducibleZip();
        zip.Add("[Content_Types].xml", part => Xml.Write(part, ContentTypes(sheets.Count)));
        zip.Add("_rels/.rels", part => Xml.Write(part, Relations([("officeDocument", "xl/workbook.xml")])));
        zip.Add("xl/workbook.xml", part => Xml.Write(part, Workbook(outline, sheets)));
        zip.Add("xl/_rels/workbook.xml.rels", part => Xml.Write(part, Relations(
            [.. sheets.Select((_, i) => ("worksheet", $"worksheets/{NameOf(i)}")), ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml")])));
        var relations = package.RelationsOf(outline.Path);
        var (texts, styles) = (new UsedTexts(), new UsedStyles(package, PathOf("styles")));
        foreach (var (i, (sheet, place)) in sheets.Index())
            zip.Add($"xl/worksheets/{NameOf(i)}", part => new VisibleCells(package, sheet, texts, styles).Write(place.Path, part));
        zip.Add("xl/styles.xml", styles.Write);
        zip.Add("xl/sharedStrings.xml", part => texts.Write(package, PathOf("sharedStrings"), part));
        return zip.ToArray();

        string? PathOf(string type) => relations.FirstOrDefault(r => r.Type == type)?.Target;
    }

    private static XElement Workbook(WorkbookOutline outline, IEnumerable<(Sheet Sheet, SheetOutline Place)> sheets) => Xml.Element(
        "workbook",
        new XAttribute(XNamespace.Xmlns + "r", Xml.Relationships.NamespaceName),
        Xml.Element("workbookPr", outline.Dates1904 ? Xml.Attribute("date1904", 1) : null),
        Xml.Element("bookViews", Xml.Element("workbookView")),
        Xml.Element("sheets", sheets.Select((s, i) => Xml.Element(
            "sheet", Xml.Attribute("name", s.Place.Name), Xml.Attribute("sheetId", i + 1),
            new XAttribute(Xml.Relationships + "id", IdOf(i))))));

    private static XElement ContentTypes(int sheets)
    {
        XNamespace types = $"{Package}content-types";
        return new(
            types + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            Override("workbook.xml", "sheet.main"),
            Override("styles.xml", "styles"),
            Override("sharedStrings.xml", "sharedStrings"),
            Enumerable.Range(0, sheets).Select(i => Override($"worksheets/{NameOf(i)}", "worksheet")));

        XElement Default(string extension, string type) =>
            new(types + "Default", Xml.Attribute("Extension", extension), Xml.Attribute("ContentType", type));
        XElement Override(string path, string type) =>
            new(types + "Override", Xml.Attribute("PartName", $"/xl/{path}"), Xml.Attribute("ContentType", $"{SpreadsheetMl}{type}+xml"));
    }

    private static XElement Relations(IEnumerable<(string Type, string Target)> relations)
    {
        XNamespace names = $"{Package}relationships";
        return new(names + "Relationships", relations.Select((r, i) => new XElement(
            names + "Relationship", Xml.Attribute("Id", IdOf(i)), Xml.Attribute("Type", $"{Office}/{r.Type}"),
            Xml.Attribute("Target", r.Target))));
    }

    private static string NameOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sheet{sheet + 1}.xml");

    private static string IdOf(int relation) => string.Create(CultureInfo.InvariantCulture, $"rId{relation + 1}");
}
