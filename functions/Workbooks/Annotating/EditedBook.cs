using System.Globalization;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>A sheet of a workbook that is being edited.</summary>
/// <param name="Type">The type of the relationship from the workbook to the sheet, such as worksheet or chartsheet.</param>
internal sealed record EditedSheet(string Name, string Path, string Type)
{
    // Excel allows 31 characters. This limit is higher, because other programs write longer names.
    private const int LongestName = 255;

    /// <summary>
    /// Whether the name is short enough to be used as a lookup key; false for null. Without this limit, a name of a megabyte would be
    /// hashed again for every problem.
    /// </summary>
    public static bool IsName(string? name) => name?.Length <= LongestName;
}

/// <summary>The workbook part (workbook.xml). The list of problems is added to it as the first sheet.</summary>
internal sealed class EditedBook
{
    private const string ListName = FindingsList.Name;

    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    private readonly EditedPackage package;
    private readonly XElement root;
    private readonly string path;

    // The sheet with the list of problems from an earlier annotation, and its index among all sheets; null unless the department corrected
    // an annotated workbook and submitted it again.
    private (EditedSheet Sheet, int Index)? earlierList;

    public EditedBook(EditedPackage package)
    {
        this.package = package;
        path = new PartRelations(package, "").Read().FirstOrDefault(r => r.Type == "officeDocument")?.Target ?? "xl/workbook.xml";
        root = package.Edit(path).Root!;
        Dialect = Dialect.Of(root);
        Relations = new(package, path);
        Types = new(package);
        Sheets = ReadSheets();
    }

    public Dialect Dialect { get; }

    public PartRelations Relations { get; }

    public ContentTypes Types { get; }

    public string Folder => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>The department's own sheets, without the list of problems from an earlier annotation.</summary>
    public IReadOnlyList<EditedSheet> Sheets { get; private set; }

    private IEnumerable<XElement> Listed =>
        root.FirstCalled("sheets")?.Called("sheet") ?? throw new InvalidDataException("The workbook lists no sheets.");

    private IEnumerable<XElement> Names => root.FirstCalled("definedNames")?.Called("definedName") ?? [];

    /// <summary>Removes the macros, because the result is saved as an .xlsx, which must not contain any.</summary>
    /// <exception cref="InvalidDataException">The workbook has sheets with Excel 4.0 macros. They are sheets of the workbook, to which names
    /// and formulas refer, so they cannot be removed without changing the rest.</exception>
    public void DropMacros()
    {
        if (Relations.Read().Any(r => r.Type is "xlMacrosheet" or "xlIntlMacrosheet"))
            throw new InvalidDataException("The workbook has sheets with Excel 4.0 macros.");
        foreach (var macros in Relations.Read().Where(r => r.Type == "vbaProject"))
        {
            foreach (var of in new PartRelations(package, macros.Target).Read())
                Drop(of.Target);
            Drop(macros.Target);
            package.Remove(Package.RelationsPathOf(macros.Target));
        }

        Relations.Remove(r => r.Type == "vbaProject");
        Types.ForgetMacros();
        Types.Add(path, ContentTypes.Workbook);
    }

    /// <summary>
    /// Returns the sheet for the list of problems: a new first sheet, or the list of an earlier annotation, which is then overwritten.
    /// </summary>
    public EditedSheet ClaimList()
    {
        var list = earlierList?.Sheet ?? AddList();
        var index = earlierList?.Index ?? 0;
        // A department may have hidden the list or moved it behind its own sheets.
        Listed.ElementAt(index).SetAttributeValue("state", null);
        foreach (var view in root.FirstCalled("bookViews")?.Called("workbookView") ?? [])
        {
            view.SetAttributeValue("activeTab", index);
            view.SetAttributeValue("firstSheet", null);
        }

        return list;
    }

    private EditedSheet AddList()
    {
        foreach (var name in Names)
            Shift(name);
        var list = new EditedSheet(FreeName(), package.FreePath($"{Folder}worksheets/sheet", ".xml"), "worksheet");
        Types.Add(list.Path, SheetType);
        root.FirstCalled("sheets")!.AddFirst(new XElement(
            Dialect.Name("sheet"),
            Xml.Attribute("name", list.Name),
            Xml.Attribute("sheetId", Listed.Select(s => Number(s.Attribute("sheetId"))).DefaultIfEmpty().Max() + 1),
            new XAttribute(Dialect.Relationships + "id", Relations.Add(Dialect.TypeOf("worksheet"), list.Path))));
        AddName(FindingsList.Mark, $"'{list.Name}'!$A$1", Xml.Attribute("hidden", 1));
        AddName("_xlnm.Print_Titles", $"'{list.Name}'!${FindingsList.HeaderRow}:${FindingsList.HeaderRow}");
        return list;
    }

    private static void Shift(XElement name)
    {
        if (name.Attribute("localSheetId") is { } index)
            index.Value = (Number(index) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private void AddName(string name, string formula, params XAttribute[] more)
    {
        var names = root.FirstCalled("definedNames");
        if (names is null)
        {
            names = new(Dialect.Name("definedNames"));
            (root.FirstCalled("externalReferences") ?? root.FirstCalled("functionGroups")
                ?? root.FirstCalled("sheets"))!.AddAfterSelf(names);
        }

        names.Add(new XElement(
            Dialect.Name("definedName"), Xml.Attribute("name", name), Xml.Attribute("localSheetId", 0),
            more, formula));
    }

    private string FreeName()
    {
        var taken = Listed.Select(s => (string?)s.Attribute("name") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue)
            .Select(n => n == 1 ? ListName : string.Create(CultureInfo.InvariantCulture, $"{ListName} ({n})"))
            .First(n => !taken.Contains(n));
    }

    private List<EditedSheet> ReadSheets()
    {
        var relations = Relations.Read().DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var mark = Names.FirstOrDefault(n => (string?)n.Attribute("name") == FindingsList.Mark)?.Attribute("localSheetId");
        List<EditedSheet> sheets = [];
        foreach (var (index, listed) in Listed.Take(WorkbookLimits.Entries).Index())
        {
            var id = listed.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.Namespace != XNamespace.None)?.Value;
            if (id is null || !relations.TryGetValue(id, out var relation) || !package.Had(relation.Target)
                || !package.Claim(relation.Target))
                continue;
            var sheet = new EditedSheet((string?)listed.Attribute("name") ?? "", relation.Target, relation.Type);
            if (mark is not null && Number(mark) == index)
                earlierList = (sheet, index);
            else
                sheets.Add(sheet);
        }

        return sheets;
    }

    private void Drop(string part)
    {
        package.Remove(part);
        Types.Forget(part);
    }

    private static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number
            : 0;
}
