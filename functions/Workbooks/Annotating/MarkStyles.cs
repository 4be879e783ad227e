using System.Globalization;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Writing;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Adds the styles of marked cells and of the list of problems to a workbook, without changing the department's own styles.
/// </summary>
internal sealed class MarkStyles
{
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    // Excel's own limit for cell formats.
    private const int MostFormats = 64_000;

    // The fill colours of marked cells by severity. Departments are unlikely to use these colours, so a fill with one of them was added
    // when an earlier version of the workbook was annotated.
    private static readonly Dictionary<Severity, string> Colours =
        new() { [Severity.Error] = "FFFFD0D4", [Severity.Warning] = "FFFFEFB6", [Severity.Info] = "FFDDEBFA" };

    private readonly Dialect dialect;
    private readonly Budget budget;
    private readonly StyleSections sections;
    private readonly Dictionary<Severity, int> fills;
    private readonly Dictionary<(int, Severity), int> marked = [];
    private readonly Dictionary<int, bool> lightFonts = [];
    private readonly int[] listFormats;

    public MarkStyles(EditedPackage package, EditedBook book)
    {
        dialect = book.Dialect;
        Path = book.Relations.Read().FirstOrDefault(r => r.Type == "styles" && package.Had(r.Target))?.Target ?? Begin(package, book);
        budget = package.Budget;
        sections = new(package.Edit(Path).Root!, dialect);
        EnsureDefaults();
        ForgetEarlierMarks();
        fills = Colours.ToDictionary(c => c.Key, c => Add("fills", Styles.Fill(c.Value)));
        listFormats = [.. Enum.GetValues<ListStyle>().Select(AddListFormat)];
    }

    public string Path { get; }

    /// <summary>Whether a fill has this colour because the system marked a cell.</summary>
    /// <param name="colour">The attribute rgb of the fill's colour; null when the colour is given in another way.</param>
    public static bool IsMark(string? colour) => colour is not null && Colours.ContainsValue(colour);

    public int Of(ListStyle style) => listFormats[(int)style];

    /// <summary>
    /// Returns the index of a copy of the cell format with the fill for the severity. The font is changed only if it is too light to be
    /// readable on that fill. When the workbook has no room for another format, returns the format itself.
    /// </summary>
    public int Marked(int format, Severity severity)
    {
        if (marked.TryGetValue((format, severity), out var known))
            return known;
        var formats = sections["cellXfs"];
        if (formats.Count >= MostFormats)
            return format;
        var element = formats.ElementAtOrDefault(format) is { } unmarked ? Copy(unmarked) : new(dialect.Name("xf"));
        element.SetAttributeValue("fillId", fills[severity]);
        element.SetAttributeValue("applyFill", 1);
        Darken(element);
        return marked[(format, severity)] = Add("cellXfs", element);
    }

    // Replaces a light font colour by a dark one. For example, headers have white text on a dark fill; on the light fill of a marked cell,
    // white text would be unreadable.
    private void Darken(XElement format)
    {
        if (!int.TryParse((string?)format.Attribute("fontId"), CultureInfo.InvariantCulture, out var id) || !IsLight(id))
            return;
        var dark = Copy(sections["fonts"][id]);
        dark.FirstCalled("color")!.ReplaceAttributes(new XAttribute("rgb", LetterColour.Dark));
        format.SetAttributeValue("fontId", Add("fonts", dark));
        format.SetAttributeValue("applyFont", 1);
    }

    private bool IsLight(int font)
    {
        if (!lightFonts.TryGetValue(font, out var isLight))
            lightFonts[font] = isLight = sections["fonts"].ElementAtOrDefault(font) is { } element && LetterColour.IsLight(element);
        return isLight;
    }

    // Charges the copy to the budget: a hostile format or font may be as large as the whole styles part, and thousands of copies may be
    // made, because marked cells with different formats need different copies.
    private XElement Copy(XElement original)
    {
        foreach (var element in original.DescendantsAndSelf())
        {
            budget.SpendDocumentNode(0);
            foreach (var attribute in element.Attributes())
                budget.SpendDocumentNode(attribute.Value.Length);
            foreach (var text in element.Nodes().OfType<XText>())
                budget.SpendDocumentNode(text.Value.Length);
        }

        return new(original);
    }

    private static string Begin(EditedPackage package, EditedBook book)
    {
        // A new styles part is named styles.xml if that name is free, because openpyxl reads styles only from a part with this name.
        var path = package.Had($"{book.Folder}styles.xml") ? package.FreePath($"{book.Folder}styles", ".xml") : $"{book.Folder}styles.xml";
        package.Write(path, new XElement(book.Dialect.Name("styleSheet")));
        book.Types.Add(path, StylesType);
        book.Relations.Add(book.Dialect.TypeOf("styles"), path);
        return path;
    }

    // Fills the mandatory sections of the styles part if they are missing or empty, as in some workbooks that programs generated. Otherwise
    // Excel would refuse the file.
    private void EnsureDefaults()
    {
        Ensure("fonts", () => [Styles.Font("11 FF000000")]);
        Ensure("fills", () => [Pattern("none"), Pattern("gray125")]);
        Ensure("borders", () => [Styles.Border(null)]);
        Ensure("cellStyleXfs", () => [Element("xf")]);
        Ensure("cellXfs", () => [Element("xf", Attribute("xfId", 0))]);
        Ensure("cellStyles", () => [Element("cellStyle", Attribute("name", "Normal"), Attribute("xfId", 0), Attribute("builtinId", 0))]);
    }

    private void Ensure(string section, Func<XElement[]> content)
    {
        if (sections[section].Count > 0)
            return;
        foreach (var element in content())
            Add(section, element);
    }

    // Empties the fills that have one of the colours of marked cells, because they were added when an earlier version of the workbook was
    // annotated. The cell formats that use these fills stay otherwise unchanged.
    private void ForgetEarlierMarks()
    {
        foreach (var pattern in sections["fills"].SelectMany(f => f.Called("patternFill")).Where(p => IsMark(ColourOf(p))))
        {
            pattern.RemoveNodes();
            pattern.SetAttributeValue("patternType", "none");
        }
    }

    private static string? ColourOf(XElement pattern) => (string?)pattern.FirstCalled("fgColor")?.Attribute("rgb");

    private int AddListFormat(ListStyle style)
    {
        var (fill, font) = style switch
        {
            ListStyle.Title => (0, Styles.Font("16 FF1F4E5F bold")),
            ListStyle.Verdict => (0, Styles.Font("12 FF1F2933 bold")),
            ListStyle.Note => (0, Styles.Font("10 FF52606D")),
            ListStyle.Header => (Add("fills", Styles.Fill("FF1F4E5F")), Styles.Font("11 FFFFFFFF bold")),
            ListStyle.Link => (0, Underlined(Styles.Font("11 FF0B5CAD"))),
            ListStyle.Error => (fills[Severity.Error], Styles.Font("11 FF9B1C1C bold")),
            ListStyle.Warning => (fills[Severity.Warning], Styles.Font("11 FF7A4A00 bold")),
            ListStyle.Info => (fills[Severity.Info], Styles.Font("11 FF1F4E8C bold")),
            _ => (0, Styles.Font("11 FF1F2933")),
        };
        return Add("cellXfs", FormatOf(style, Add("fonts", font), fill));
    }

    private XElement FormatOf(ListStyle style, int font, int fill) => Element(
        "xf",
        Attribute("numFmtId", 0),
        Attribute("fontId", font),
        Attribute("fillId", fill),
        Attribute("borderId", style >= ListStyle.Header ? Add("borders", Styles.Border("thin")) : 0),
        Attribute("xfId", 0),
        style == ListStyle.Found ? Attribute("quotePrefix", 1) : null,
        Attribute("applyFont", 1),
        Attribute("applyFill", 1),
        Attribute("applyBorder", 1),
        Attribute("applyAlignment", 1),
        Element(
            "alignment",
            style is ListStyle.Header or >= ListStyle.Error ? Attribute("horizontal", "center") : null,
            Attribute("vertical", style <= ListStyle.Header ? "center" : "top"),
            Attribute("wrapText", style >= ListStyle.Header ? 1 : 0)));

    private static XElement Underlined(XElement font)
    {
        font.AddFirst(Element("u"));
        return font;
    }

    private static XElement Pattern(string type) => Element("fill", Element("patternFill", Attribute("patternType", type)));

    private int Add(string section, XElement element) => sections.Add(section, dialect.Translate(element));
}
