using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The three cell styles of the open-data workbooks: plain, header, and text. A cell of the text style remains text when a user edits it.
/// </summary>
internal static class DataStyles
{
    private const int General = 0, Text = 49;

    public static XElement Part() => Element(
        "styleSheet",
        Counted("fonts", [Font(null), Font(Element("b"))]),
        Counted("fills", [Fill("none"), Fill("gray125")]),
        Counted("borders", [Element("border", Element("left"), Element("right"), Element("top"), Element("bottom"), Element("diagonal"))]),
        Counted("cellStyleXfs", [Element("xf")]),
        Counted("cellXfs", [Format(General, 0), Format(Text, 1), Format(Text, 0)]),
        Counted("cellStyles", [Element("cellStyle", Attribute("name", "Normal"), Attribute("xfId", 0), Attribute("builtinId", 0))]));

    private static XElement Counted(string name, IReadOnlyCollection<XElement> items) =>
        Element(name, Attribute("count", items.Count), items);

    private static XElement Font(XElement? weight) => Element(
        "font", weight, Element("sz", Attribute("val", 11)), Element("name", Attribute("val", "游ゴシック")),
        Element("family", Attribute("val", 3)), Element("charset", Attribute("val", 128)));

    private static XElement Fill(string pattern) => Element("fill", Element("patternFill", Attribute("patternType", pattern)));

    private static XElement Format(int number, int font) => Element(
        "xf", Attribute("numFmtId", number), Attribute("fontId", font), Attribute("fillId", 0), Attribute("borderId", 0),
        Attribute("xfId", 0), Attribute("applyNumberFormat", 1), Attribute("applyFont", 1));
}
