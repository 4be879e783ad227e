using System.Globalization;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads the cells of one sheet, row by row.</summary>
internal sealed class SheetPart(Package package, CellReader cells)
{
    private readonly Budget budget = package.Budget;
    private readonly List<SheetRow> rows = [];
    private readonly RowCells row = new();
    private readonly List<CellRange> merges = [];
    private readonly HiddenLines hidden = new();
    private int lastRow;
    private bool isInOrder = true;

    public Sheet Read(string path, string name, bool isHidden)
    {
        using var reader = package.Open(path);
        while (reader.Step(budget))
        {
            if (reader.IsAt("row"))
                ReadRow(reader);
            else if (reader.IsAt("mergeCell"))
                AddMerge(reader.GetAttribute("ref"));
            else if (reader.IsAt("col"))
                AddColumn(reader);
        }

        return new(name, isHidden, InOrder(), merges) { Hidden = hidden };
    }

    // As they nearly always are. Some programs write a row element for each cell.
    private List<SheetRow> InOrder() => isInOrder ? rows : [.. rows.GroupBy(r => r.Number).OrderBy(g => g.Key).Select(RowCells.Merge)];

    private void ReadRow(XmlReader reader)
    {
        budget.SpendRow();
        lastRow = RowNumber(reader);
        if (IsHidden(reader))
            hidden.Rows.Add(lastRow);
        ReadCells(reader);
        if (row.Take() is not { Length: > 0 } read)
            return;
        isInOrder &= rows.Count == 0 || rows[^1].Number < lastRow;
        rows.Add(new(lastRow, read));
    }

    private int RowNumber(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= CellAddress.LastRow
            ? number
            : lastRow + 1;

    private void ReadCells(XmlReader reader)
    {
        var (depth, column) = (reader.Depth, 0);
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (!reader.IsAt("c"))
                continue;
            var (cell, place) = cells.Read(reader);
            column = place > 0 ? place : column + 1;
            if (cell.IsBlank || column > Limits.Columns)
                continue;
            budget.SpendCell();
            row.Set(column, cell);
        }
    }

    private void AddColumn(XmlReader reader)
    {
        budget.SpendColumnFormat();
        if (IsHidden(reader))
            hidden.AddColumns(Number(reader, "min"), Number(reader, "max"));
    }

    private static bool IsHidden(XmlReader reader) => reader.GetAttribute("hidden") is "1" or "true";

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? Math.Min(number, CellAddress.LastColumn) : 1;

    private void AddMerge(string? range)
    {
        budget.SpendMerge();
        if (CellRange.TryParse(range, out var merge))
            merges.Add(merge.Value);
    }
}
