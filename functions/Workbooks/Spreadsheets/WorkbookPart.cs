using System.Globalization;
using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads the workbook part (workbook.xml) and the parts to which it refers: sheets, shared texts, styles.</summary>
internal static class WorkbookPart
{
    public static Spreadsheet Read(Package package)
    {
        var root = package.RelationsOf("");
        var path = root.FirstOrDefault(r => r.Type == "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = package.RelationsOf(path);
        var (sheets, settings) = ReadSheetList(package, path);
        var cells = new CellReader(SharedStrings(package, relations), Styles(package, relations), settings, package.Budget);
        return new([.. ReadSheets(package, cells, sheets, relations)],
            DocumentPropertiesPart.Read(package, root))
        { HasMacros = package.HasMacros };
    }

    /// <summary>Returns the paths of the workbook's parts and its styles, without reading any cell.</summary>
    public static WorkbookOutline Outline(Package package)
    {
        var path = package.RelationsOf("").FirstOrDefault(r => r.Type == "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = package.RelationsOf(path);
        var (sheets, settings) = ReadSheetList(package, path);
        var places = sheets
            .Select(s => (Listed: s, Part: relations.FirstOrDefault(r => r.Id == s.Relation && r.Type == "worksheet")))
            .Where(s => s.Part is not null)
            .Select(s => new SheetOutline(s.Listed.Name, s.Listed.Id, s.Part!.Target));
        return new(path, [.. places], relations
            .FirstOrDefault(r => r.Type == "calcChain")?.Target, Styles(package, relations))
        { Dates1904 = settings.Dates1904 };
    }

    private static IEnumerable<Sheet> ReadSheets(
        Package package, CellReader cells, List<ListedSheet> sheets, IReadOnlyList<Relation> relations)
    {
        var drawings = new DrawingReader(package);
        foreach (var sheet in sheets)
        {
            // Skips chart sheets and macro sheets; their relations have other types.
            if (relations.FirstOrDefault(r => r.Id == sheet.Relation && r.Type == "worksheet") is { } relation)
                yield return new SheetPart(package, cells, drawings).Read(relation.Target, sheet);
        }
    }

    private static (List<ListedSheet> Sheets, WorkbookSettings Settings) ReadSheetList(Package package, string path)
    {
        List<ListedSheet> sheets = [];
        var settings = new WorkbookSettings(false, false);
        using var reader = package.Open(path);
        while (reader.Step(package.Budget))
        {
            if (reader.IsAt("workbookPr"))
                settings = settings with { Dates1904 = reader.GetAttribute("date1904") is "1" or "true" };
            else if (reader.IsAt("calcPr"))
                settings = settings with { ComputesOnLoad = reader.GetAttribute("fullCalcOnLoad") is "1" or "true" };
            else if (reader.IsAt("sheet"))
                sheets.Add(
                    sheets.Count < WorkbookLimits.Entries ? ListedSheet.Read(reader) : throw package.Budget.Refuse(WorkbookLimit.Entries));
            else if (reader.IsAt("definedName"))
                AddName(reader, sheets, package.Budget);
        }

        return (sheets, settings);
    }

    private static void AddName(XmlReader reader, List<ListedSheet> sheets, Budget budget)
    {
        if (reader.GetAttribute("name") is not { } name
            || !int.TryParse(reader.GetAttribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var sheet)
            || sheet >= sheets.Count)
            return;
        budget.SpendCharacters(name.Length);
        sheets[sheet].OwnNames.Add(name);
    }

    private static SharedTexts SharedStrings(Package package, IReadOnlyList<Relation> relations)
    {
        using var reader = OpenOf(package, relations, "sharedStrings");
        var text = new XmlText(package.Budget);
        var strings = new SharedTexts();
        while (reader?.Step(package.Budget) == true)
        {
            if (!reader.IsAt("si"))
                continue;
            package.Budget.SpendCell();
            var item = text.ReadItem(reader);
            package.Budget.SpendCharacters(item.Length);
            strings.Add(SheetCell.OfText(Escapes.Clean(item.ToString()), text.HasStruck), text.InStruckCell());
        }

        return strings;
    }

    private static CellStyles Styles(Package package, IReadOnlyList<Relation> relations)
    {
        using var reader = OpenOf(package, relations, "styles");
        return reader is null ? CellStyles.None : CellStyles.Read(reader, package.Budget);
    }

    private static XmlReader? OpenOf(Package package, IReadOnlyList<Relation> relations, string type) =>
        relations.FirstOrDefault(r => r.Type == type) is { } relation ? package.TryOpen(relation.Target) : null;
}

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Id">The sheetId.</param>
/// <param name="Relation">The id of the relation to the part with the content.</param>
internal sealed record ListedSheet(string Name, string Id, string Relation, bool IsHidden)
{
    /// <summary>The defined names whose scope is this sheet.</summary>
    public HashSet<string> OwnNames { get; } = new(StringComparer.Ordinal);

    // Finds the id attribute by its local name, because its namespace differs between transitional and strict files.
    public static ListedSheet Read(XmlReader reader)
    {
        var (name, relation) = (reader.GetAttribute("name") ?? "", "");
        var isHidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
        while (reader.MoveToNextAttribute())
            relation = reader is { LocalName: "id", NamespaceURI.Length: > 0 } ? reader.Value : relation;
        reader.MoveToElement();
        return new(name, reader.GetAttribute("sheetId") ?? "", relation, isHidden);
    }
}

/// <param name="Dates1904">Whether dates are counted from 1904, as on old Macintoshes, and not from 1900.</param>
/// <param name="ComputesOnLoad">Whether Excel computes all formulas when it opens the workbook. The saved results may then be missing or
/// wrong, because no program has computed them.</param>
internal sealed record WorkbookSettings(bool Dates1904, bool ComputesOnLoad);

/// <param name="Id">The sheetId, by which the calculation chain (calcChain) refers to the sheet.</param>
/// <param name="Path">Path of the part that contains the sheet.</param>
internal sealed record SheetOutline(string Name, string Id, string Path);

/// <param name="Path">Path of the workbook part (workbook.xml).</param>
/// <param name="CalcChain">Path of the part with the calculation chain; null when the workbook has none.</param>
internal sealed record WorkbookOutline(string Path, EquatableList<SheetOutline> Sheets, string? CalcChain, CellStyles Styles)
{
    /// <summary>Whether dates are counted from 1904 and not from 1900.</summary>
    public bool Dates1904 { get; init; }
}
