using System.Globalization;
using System.Xml.Linq;
using static KawasakiServerless.Workbooks.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>The pieces that every sheet is made of.</summary>
internal static class SheetParts
{
    private const int LongestPrompt = 255;

    public static XElement Columns(IEnumerable<(double Width, CellStyle Style)> columns) =>
        Element("cols", columns.Select((c, i) => Element(
            "col",
            Attribute("min", i + 1),
            Attribute("max", i + 1),
            Attribute("width", c.Width),
            Attribute("style", (int)c.Style),
            Attribute("customWidth", 1))));

    public static XElement Row(int number, double height, IEnumerable<XElement> cells) =>
        Element("row", Attribute("r", number), Attribute("ht", height), cells);

    public static XElement Cell(int row, int column, Content content, CellStyle style)
    {
        var cell = Element("c", Attribute("r", new CellAddress(row, column)), Attribute("s", (int)style));
        if (content is NumberContent number)
            cell.Add(Element("v", number.Number.ToString("0.############################", CultureInfo.InvariantCulture)));
        else if (content is TextContent text)
            cell.Add(Attribute("t", "inlineStr"), Element("is", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Escapes.Encode(text.Text))));
        return cell;
    }

    /// <summary>A hint for cells, and their drop-down if they have one.</summary>
    /// <param name="listRange">Where the entries stand; null for none.</param>
    public static XElement Validation(Column column, CellRange cells, string? listRange) => Element(
        "dataValidation",
        listRange is null ? null : new[] { Attribute("type", "list"), Attribute("showErrorMessage", 1), Attribute("errorTitle", column.Header), Attribute("error", "一覧から選んでください。") },
        Attribute("allowBlank", 1),
        Attribute("showInputMessage", 1),
        Attribute("promptTitle", column.Header),
        Attribute("prompt", column.Hint.Length <= LongestPrompt ? column.Hint : column.Hint[..LongestPrompt]),
        Attribute("sqref", cells),
        listRange is null ? null : Element("formula1", listRange));

    public static XElement Validations(IReadOnlyCollection<XElement> validations) => Element("dataValidations", Attribute("count", validations.Count), validations);

    /// <summary>A4, landscape, as wide as the page; the sheet's name and the page's number below.</summary>
    public static IEnumerable<XElement> Page(string department) =>
    [
        Element("pageMargins", Attribute("left", 0.4), Attribute("right", 0.4), Attribute("top", 0.5), Attribute("bottom", 0.6), Attribute("header", 0.3), Attribute("footer", 0.3)),
        Element("pageSetup", Attribute("paperSize", 9), Attribute("orientation", "landscape"), Attribute("fitToWidth", 1), Attribute("fitToHeight", 0)),
        Element("headerFooter", Element("oddFooter", $"&L{department}&C&A&R&P / &N")),
    ];

    public static XElement FitToPage() => Element("sheetPr", Element("pageSetUpPr", Attribute("fitToPage", 1)));

    public static XElement FirstView() => View(Attribute("tabSelected", 1), Attribute("showGridLines", 0));

    public static XElement FrozenView() => View(
        Attribute("showGridLines", 0),
        Element("pane", Attribute("ySplit", 1), Attribute("topLeftCell", "A2"), Attribute("activePane", "bottomLeft"), Attribute("state", "frozen")),
        Element("selection", Attribute("pane", "bottomLeft"), Attribute("activeCell", "A2"), Attribute("sqref", "A2")));

    private static XElement View(params object[] content) => Element("sheetViews", Element("sheetView", Attribute("workbookViewId", 0), content));
}
