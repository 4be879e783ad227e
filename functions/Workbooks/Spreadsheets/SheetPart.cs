using System.Globalization;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads the cells of one sheet, row by row.</summary>
internal sealed class SheetPart(Package package, CellReader cells)
{
    private readonly List<SheetRow> rows = [];
    private readonly List<(int Column, Cell Cell)> row = [];
    private readonly List<CellRange> merges = [];
    private readonly HiddenLines hidden = new();
    private int lastRow;
    private bool isInOrder = true;

    public Sheet Read(string path, string name, bool isHidden)
    {
        using var reader = package.Open(path);
        while (reader.Step())
        {
            if (reader.IsAt("row"))
                ReadRow(reader);
            else if (reader.IsAt("mergeCell"))
                AddMerge(reader.GetAttribute("ref"));
            else if (reader.IsAt("col") && IsHidden(reader))
                hidden.AddColumns(Number(reader, "min"), Number(reader, "max"));
        }

        return new(name, isHidden, InOrder(), merges) { Hidden = hidden };
    }

    // As they nearly always are.
    private List<SheetRow> InOrder() => isInOrder ? rows : [.. rows.DistinctBy(r => r.Number).OrderBy(r => r.Number)];

    private void ReadRow(XmlReader reader)
    {
        package.Budget.SpendRow();
        package.Cancellation.ThrowIfCancellationRequested();
        lastRow = RowNumber(reader);
        if (IsHidden(reader))
            hidden.Rows.Add(lastRow);
        row.Clear();
        ReadCells(reader);
        if (row.Count == 0)
            return;
        isInOrder &= rows.Count == 0 || rows[^1].Number < lastRow;
        rows.Add(new(lastRow, [.. row]));
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
        while (reader.Step() && reader.Depth > depth)
        {
            if (!reader.IsAt("c"))
                continue;
            var (cell, place) = cells.Read(reader);
            column = place > 0 ? place : column + 1;
            if (cell.IsBlank || column > Limits.Columns)
                continue;
            package.Budget.SpendCell();
            row.Add((column, cell));
        }
    }

    private static bool IsHidden(XmlReader reader) => reader.GetAttribute("hidden") is "1" or "true";

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? Math.Min(number, CellAddress.LastColumn) : 1;

    private void AddMerge(string? range)
    {
        package.Budget.SpendMerge();
        if (CellRange.TryParse(range, out var merge))
            merges.Add(merge.Value);
    }
}
