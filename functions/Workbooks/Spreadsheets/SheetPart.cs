using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads the XML part of one sheet into a <see cref="Sheet"/>.</summary>
internal sealed class SheetPart(Package package, CellReader cells, DrawingReader drawings)
{
    private readonly Budget budget = package.Budget;
    private readonly List<SheetRow> rows = [];
    private readonly RowCells row = new();
    private readonly MergedCells merges = new(WorkbookLimits.Columns);
    private readonly HiddenLines hidden = new();
    private int lastRow;
    private bool isInOrder = true;
    private CellAddress? farRight;
    private CellAddress? firstFormula;

    public Sheet Read(string path, ListedSheet listed)
    {
        cells.HidesZeros = false;
        using var reader = package.Open(path);
        while (reader.Step(budget))
        {
            if (reader.IsAt("row"))
                ReadRow(reader);
            else if (reader.IsAt("mergeCell"))
                AddMerge(reader.GetAttribute("ref"));
            else if (reader.IsAt("col"))
                AddColumn(reader);
            else if (reader.IsAt("sheetView"))
                cells.HidesZeros = reader.GetAttribute("showZeros") is "0" or "false";
        }

        return new(listed.Name, InOrder(), merges)
        {
            IsHidden = listed.IsHidden,
            OwnNames = listed.OwnNames,
            Hidden = hidden,
            FarRight = farRight,
            FirstFormula = firstFormula,
            Shapes = listed.IsHidden ? [] : drawings.ShapesOf(path),
        };
    }

    // Sorts only if necessary, because rows are nearly always in order. Some programs write a separate row element for each cell, so
    // elements with the same row number are merged.
    private List<SheetRow> InOrder() => isInOrder ? rows : [.. rows.GroupBy(r => r.Number).OrderBy(g => g.Key).Select(RowCells.Merge)];

    // The attribute zeroHeight of sheetFormatPr is ignored, because it hides only rows that have no row element and therefore no cells.
    private void ReadRow(XmlReader reader)
    {
        budget.SpendRow();
        lastRow = RowNumber(reader);
        if (IsHidden(reader) || IsNothing(reader.GetAttribute("ht")))
            hidden.Rows.Add(lastRow);
        ReadCells(reader);
        if (row.Take() is not { Length: > 0 } read)
            return;
        isInOrder &= rows.Count == 0 || rows[^1].Number < lastRow;
        rows.Add(new(lastRow, read));
    }

    private int RowNumber(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= CellAddress.LastRow
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
            if (cells.HasFormula)
                firstFormula ??= new(lastRow, column);
            if (cell.Kind == CellKind.Blank || IsFarRight(column, cell))
                continue;
            budget.SpendCell();
            row.Set(column, cell);
        }
    }

    private bool IsFarRight(int column, in SheetCell cell)
    {
        if (column <= WorkbookLimits.Columns)
            return false;
        if (farRight is null && !cell.IsBlank && !hidden.HasColumn(column) && !hidden.Rows.Contains(lastRow))
            farRight = new(lastRow, column);
        return true;
    }

    private void AddColumn(XmlReader reader)
    {
        budget.SpendColumnFormat();
        if (IsHidden(reader) || IsNothing(reader.GetAttribute("width")))
            hidden.AddColumns(Number(reader, "min"), Number(reader, "max"));
    }

    // Whether the size is zero. A row or column has this size if a user hid it by dragging its border instead of using the command for
    // hiding.
    private static bool IsNothing(string? size) =>
        size is not [>= '1' and <= '9', ..] && double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number <= 0;

    private static bool IsHidden(XmlReader reader) => reader.GetAttribute("hidden") is "1" or "true";

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? Math.Min(number, CellAddress.LastColumn)
            : 1;

    private void AddMerge(string? range)
    {
        budget.SpendMerge();
        if (CellRange.TryParse(range, out var merge))
            merges.Add(merge.Value);
    }
}
