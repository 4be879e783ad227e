using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// What must be known about a sheet before comments and colours are added to its cells: merged cells, sizes and formats of rows and
/// columns, and the shapes of its comments.
/// </summary>
internal sealed class SheetSurvey
{
    private const double UsualWidth = 8.43, UsualHeight = 18.75;

    private readonly Dictionary<int, double> heights = [];
    private double columnWidth = UsualWidth, rowHeight = UsualHeight;
    private CellAddress last;

    public MergedCells Merges { get; } = new(CellAddress.LastColumn);

    public ColumnFormats Columns { get; } = new();

    /// <summary>Id of the relation to the shapes of the sheet's comments and controls; null when the sheet has none.</summary>
    public string? Drawing { get; private set; }

    /// <summary>Whether each row is below the previous row and each cell to the right of the previous cell, as Excel writes them.</summary>
    public bool IsInOrder { get; private set; } = true;

    public static SheetSurvey Of(EditedPackage package, EditedSheet sheet)
    {
        var survey = new SheetSurvey();
        using var reader = package.OpenXml(sheet.Path);
        while (reader.Step(package.Budget))
        {
            if (reader.NodeType == XmlNodeType.Element)
                survey.Take(reader, package.Budget);
        }

        return survey;
    }

    /// <summary>The approximate width in pixels, calculated without measuring the font.</summary>
    public int WidthOf(int column) => (int)(((Columns.WidthOf(column) ?? columnWidth) * 7) + 5);

    /// <summary>The height in pixels.</summary>
    public int HeightOf(int row) => (int)(heights.GetValueOrDefault(row, rowHeight) * 4 / 3);

    private void Take(XmlReader reader, Budget budget)
    {
        switch (reader.LocalName)
        {
            case "row":
                budget.SpendRow();
                BeginRow(MarkedSheet.RowNumber(reader, last.Row));
                if (Measure(reader, "ht") is { } height)
                    heights[last.Row] = height;
                break;
            case "c":
                TakeCell(MarkedSheet.ColumnNumber(reader, last.Column));
                break;
            case "col":
                budget.SpendColumnFormat();
                Columns.Add(new(Number(reader, "min"), Number(reader, "max"), Measure(reader, "width"), Number(reader, "style")));
                break;
            case "sheetFormatPr":
                (columnWidth, rowHeight) = (
                    Measure(reader, "defaultColWidth") ?? columnWidth, Measure(reader, "defaultRowHeight") ?? rowHeight);
                break;
            case "mergeCell":
                budget.SpendMerge();
                if (CellRange.TryParse(reader.GetAttribute("ref"), out var merge))
                    Merges.Add(merge.Value);
                break;
            case "legacyDrawing":
                Drawing = RelationOf(reader);
                break;
        }
    }

    private void BeginRow(int row)
    {
        IsInOrder &= row > last.Row;
        last = new(row, 0);
    }

    private void TakeCell(int column)
    {
        IsInOrder &= column > last.Column;
        last = last with { Column = column };
    }

    private static string? RelationOf(XmlReader reader)
    {
        string? relation = null;
        while (reader.MoveToNextAttribute())
            relation = reader is { LocalName: "id", NamespaceURI.Length: > 0 } ? reader.Value : relation;
        reader.MoveToElement();
        return relation;
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static double? Measure(XmlReader reader, string attribute) =>
        double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            && size is >= 0 and < 10_000
            ? size
            : null;
}
