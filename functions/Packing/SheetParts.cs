using System.Globalization;
using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Packing;

/// <summary>
/// Builds the XML elements that all sheets have in common. A style is an index into the cell formats of the workbook's xl/styles.xml.
/// </summary>
internal static class SheetParts
{
    public static XElement Columns(IEnumerable<(double Width, int Style)> columns) =>
        Element("cols", columns.Select((c, i) => Element(
            "col",
            Attribute("min", i + 1),
            Attribute("max", i + 1),
            Attribute("width", c.Width),
            Attribute("style", c.Style),
            Attribute("customWidth", 1))));

    public static XElement Row(int number, double height, IEnumerable<XElement> cells) =>
        Element("row", Attribute("r", number), Attribute("ht", height), cells);

    public static XElement Cell(int row, int column, Content content, int style)
    {
        var cell = Element("c", Attribute("r", new CellAddress(row, column)), Attribute("s", style));
        if (content is NumberContent number)
            cell.Add(Element("v", Number(number.Number)));
        else if (content is BooleanContent boolean)
            cell.Add(Attribute("t", "b"), Element("v", boolean.IsTrue ? 1 : 0));
        else if (content is TextContent text)
            cell.Add(Attribute("t", "inlineStr"),
                Element("is", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Escapes.Encode(text.Text))));
        return cell;
    }

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static XElement FitToPage() => Element("sheetPr", Element("pageSetUpPr", Attribute("fitToPage", 1)));

    public static XElement FirstView() => View(Attribute("tabSelected", 1), Attribute("showGridLines", 0));

    public static XElement FrozenView() => FrozenView(Attribute("showGridLines", 0));

    /// <summary>
    /// Creates the view of a sheet whose first row is frozen, so that it stays visible while the other rows scroll. The setting is a
    /// further attribute of the view; null for none.
    /// </summary>
    public static XElement FrozenView(XAttribute? setting) => View(
        setting,
        Element("pane", Attribute("ySplit", 1), Attribute("topLeftCell", "A2"), Attribute("activePane", "bottomLeft"),
            Attribute("state", "frozen")),
        Element("selection", Attribute("pane", "bottomLeft"), Attribute("activeCell", "A2"), Attribute("sqref", "A2")));

    private static XElement View(params object?[] content) =>
        Element("sheetViews", Element("sheetView", Attribute("workbookViewId", 0), content));
}
