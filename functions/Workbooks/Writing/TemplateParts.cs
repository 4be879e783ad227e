using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>Parts of sheets that only the template has: styles, hints, drop-downs and page setup.</summary>
internal static class TemplateParts
{
    private const int LongestPrompt = 255;

    public static XElement Columns(IEnumerable<(double Width, CellStyle Style)> columns) =>
        SheetParts.Columns(columns.Select(c => (c.Width, (int)c.Style)));

    public static XElement Cell(int row, int column, Content content, CellStyle style) => SheetParts.Cell(row, column, content, (int)style);

    /// <summary>Creates the hint for cells, and their drop-down if they have one.</summary>
    /// <param name="register">The register of the template's year.</param>
    /// <param name="column">The column of the cells.</param>
    /// <param name="cells">The range of the cells.</param>
    /// <param name="listRange">The range with the entries of the drop-down; null for none.</param>
    public static XElement Validation(Register register, TemplateColumn column, CellRange cells, string? listRange) => Element(
        "dataValidation",
        listRange is null
            ? null
            : new[] { Attribute("type", "list"), Attribute("showErrorMessage", 1), Attribute("errorTitle", column.Header),
                Attribute("error", "一覧から選んでください。") },
        Attribute("allowBlank", 1),
        Attribute("showInputMessage", 1),
        Attribute("promptTitle", column.Header),
        Attribute("prompt", Prompt(column.HintFor(register))),
        Attribute("sqref", cells),
        listRange is null ? null : Element("formula1", listRange));

    private static string Prompt(string hint) => hint.Length <= LongestPrompt ? hint : hint[..LongestPrompt];

    public static XElement Validations(IReadOnlyCollection<XElement> validations) =>
        Element("dataValidations", Attribute("count", validations.Count), validations);

    /// <summary>A4 landscape, fitted to the page width, with the sheet's name and the page number in the footer.</summary>
    public static IEnumerable<XElement> Page(string department) =>
    [
        Element("pageMargins", Attribute("left", 0.4), Attribute("right", 0.4), Attribute("top", 0.5), Attribute("bottom", 0.6),
            Attribute("header", 0.3), Attribute("footer", 0.3)),
        Element("pageSetup", Attribute("paperSize", 9), Attribute("orientation", "landscape"), Attribute("fitToWidth", 1),
            Attribute("fitToHeight", 0)),
        Element("headerFooter", Element("oddFooter", $"&L{department}&C&A&R&P / &N")),
    ];
}
