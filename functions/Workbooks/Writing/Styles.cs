using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>
/// The styles of the template's cells. They must be in the order of <c>Styles.All</c>, because cells refer to a style by its index there.
/// </summary>
internal enum CellStyle
{
    Default,
    Title,
    Heading,
    Label,
    Fixed,
    Input,
    Guide,
    RequiredHeader,
    OptionalHeader,
    Text,
    Muted,
    Number,
    WholeNumber,
    DecimalNumber,
}

internal static class Styles
{
    private const int General = 0, Text = 49, Whole = 164, Decimals = 165;

    private static readonly string[] Fonts =
        ["11 FF1F2933", "16 FF1F4E5F bold", "12 FF1F4E5F bold", "11 FFFFFFFF bold", "10 FF7B8794", "11 FF1F2933 bold"];
    private static readonly string[] Fills = ["FF1F4E5F", "FF6B8A99", "FFF3F4F6", "FFFFF8E1", "FFE8F1F4"];

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    private static readonly Style[] All =
    [
        new(0),
        new(1) { Wraps = false },
        new(2) { Wraps = false },
        new(5) { Fill = 6, HasBorder = true, Vertical = "center" },
        new(0) { Fill = 4, HasBorder = true, Vertical = "center", Format = Text },
        new(0) { Fill = 5, HasBorder = true, Vertical = "center", Format = Text },
        new(0),
        new(3) { Fill = 2, HasBorder = true, Format = Text, Horizontal = "center", Vertical = "center" },
        new(3) { Fill = 3, HasBorder = true, Format = Text, Horizontal = "center", Vertical = "center" },
        new(0) { HasBorder = true, Format = Text },
        new(4) { Fill = 4, HasBorder = true, Format = Text },
        new(0) { HasBorder = true, Horizontal = "right" },
        new(0) { HasBorder = true, Horizontal = "right", Format = Whole },
        new(0) { HasBorder = true, Horizontal = "right", Format = Decimals },
    ];

    public static XElement Part() => Element(
        "styleSheet",
        Counted("numFmts", [NumberFormat(Whole, "#,##0"), NumberFormat(Decimals, "#,##0.##########")]),
        Counted("fonts", Fonts.Select(Font)),
        Counted("fills", [Pattern("none"), Pattern("gray125"), .. Fills.Select(Fill)]),
        Counted("borders", [Border(null), Border("thin")]),
        Counted("cellStyleXfs", [Element("xf")]),
        Counted("cellXfs", All.Select(Format)),
        Counted("cellStyles", [Element("cellStyle", Attribute("name", "Normal"), Attribute("xfId", 0), Attribute("builtinId", 0))]));

    private static XElement Counted(string name, IEnumerable<XElement> items)
    {
        var element = Element(name, items);
        element.SetAttributeValue("count", element.Elements().Count());
        return element;
    }

    private static XElement NumberFormat(int id, string code) =>
        Element("numFmt", Attribute("numFmtId", id), Attribute("formatCode", code));

    internal static XElement Font(string font)
    {
        var parts = font.Split(' ');
        return Element(
            "font",
            parts.Length > 2 ? Element("b") : null,
            Element("sz", Attribute("val", parts[0])),
            Element("color", Attribute("rgb", parts[1])),
            Element("name", Attribute("val", "游ゴシック")),
            Element("family", Attribute("val", 3)),
            Element("charset", Attribute("val", 128)));
    }

    private static XElement Pattern(string type) => Element("fill", Element("patternFill", Attribute("patternType", type)));

    internal static XElement Fill(string colour) => Element(
        "fill",
        Element("patternFill", Attribute("patternType", "solid"), Element("fgColor", Attribute("rgb", colour)),
            Element("bgColor", Attribute("indexed", 64))));

    internal static XElement Border(string? style) => Element(
        "border",
        Sides.Select(side =>
            style is null ? Element(side) : Element(side, Attribute("style", style), Element("color", Attribute("rgb", "FFC5CED6")))),
        Element("diagonal"));

    private static XElement Format(Style style) => Element(
        "xf",
        Attribute("numFmtId", style.Format),
        Attribute("fontId", style.Font),
        Attribute("fillId", style.Fill),
        Attribute("borderId", style.HasBorder ? 1 : 0),
        Attribute("xfId", 0),
        Attribute("applyNumberFormat", 1),
        Attribute("applyFont", 1),
        Attribute("applyFill", 1),
        Attribute("applyBorder", 1),
        Attribute("applyAlignment", 1),
        Element(
            "alignment",
            style.Horizontal is null ? null : Attribute("horizontal", style.Horizontal),
            style.Horizontal == "right" ? Attribute("indent", 1) : null,
            Attribute("vertical", style.Vertical),
            Attribute("wrapText", style.Wraps ? 1 : 0)));

    private sealed record Style(int Font)
    {
        public int Fill { get; init; }

        public int Format { get; init; } = General;

        public bool HasBorder { get; init; }

        public string? Horizontal { get; init; }

        public string Vertical { get; init; } = "top";

        public bool Wraps { get; init; } = true;
    }
}
