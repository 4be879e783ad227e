using System.Globalization;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Layout;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>
/// The hidden sheet 選択肢 with the entries of all drop-downs, one list per column. It has no header row, so that the code that reads
/// submitted workbooks never mistakes it for a table.
/// </summary>
internal sealed class ChoiceLists(LayoutContext context)
{
    public const string Name = "選択肢";

    private readonly List<IReadOnlyList<string>> lists = [];

    /// <summary>
    /// Returns the range on this sheet that lists the allowed values of a template column; null when the column has no such list.
    /// </summary>
    public string? RangeOf(TemplateColumn column)
    {
        var choices = column.Choices(context);
        if (choices.Count == 0)
            return null;
        var index = lists.FindIndex(l => l.SequenceEqual(choices));
        if (index < 0)
            lists.Add(choices);
        var letter = CellAddress.ColumnName((index < 0 ? lists.Count - 1 : index) + 1);
        return string.Create(CultureInfo.InvariantCulture, $"'{Name}'!${letter}$1:${letter}${choices.Count}");
    }

    public XElement Part() => Element(
        "worksheet",
        TemplateParts.Columns(lists.Select(_ => (32d, CellStyle.Default))),
        Element("sheetData", Enumerable.Range(1, lists.Max(l => l.Count)).Select(row => SheetParts.Row(row, RowHeights.Line, Cells(row)))));

    private IEnumerable<XElement> Cells(int row) => lists.Index()
        .Where(l => l.Item.Count >= row)
        .Select(l => TemplateParts.Cell(row, l.Index + 1, Content.Of(l.Item[row - 1]), CellStyle.Default));
}
