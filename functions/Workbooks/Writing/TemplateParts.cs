using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>
/// Creates XML for the sheets of the template: cells, input hints, drop-downs, page setup. The sheet with the list of problems (指摘一覧) also
/// uses some of these methods.
/// </summary>
internal static class TemplateParts
{
    private const int LongestPrompt = 255;

    public static XElement Columns(IEnumerable<(double Width, CellStyle Style)> columns) =>
        SheetParts.Columns(columns.Select(c => (c.Width, (int)c.Style)));

    public static XElement Cell(int row, int column, Content content, CellStyle style) => SheetParts.Cell(row, column, content, (int)style);

    /// <summary>Creates the input hint for a range of cells, and a drop-down if the column has a list of allowed values.</summary>
    /// <param name="register">The register of the template's year.</param>
    /// <param name="column">The template column of the cells; provides the hint.</param>
    /// <param name="cells">The range to which the hint and the drop-down apply.</param>
    /// <param name="listRange">The range that lists the entries of the drop-down; null for no drop-down.</param>
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

    /// <summary>
    /// Sets the pages to A4 landscape, fitted to the page width. The footer shows the given text (the department, or the name of the
    /// report), the sheet's name, the page number and the number of pages.
    /// </summary>
    public static IEnumerable<XElement> Page(string department) =>
    [
        Element("pageMargins", Attribute("left", 0.4), Attribute("right", 0.4), Attribute("top", 0.5), Attribute("bottom", 0.6),
            Attribute("header", 0.3), Attribute("footer", 0.3)),
        Element("pageSetup", Attribute("paperSize", 9), Attribute("orientation", "landscape"), Attribute("fitToWidth", 1),
            Attribute("fitToHeight", 0)),
        Element("headerFooter", Element("oddFooter", $"&L{department}&C&A&R&P / &N")),
    ];
}
