namespace KawasakiServerless.Workbooks;

/// <summary>Where a number is shown otherwise than it is stored, what a clerk should know.</summary>
internal static class DisplayDoubts
{
    public static Finding? In(Cell cell, Column column)
    {
        if (cell.Kind != CellKind.Shown)
            return null;
        var isPercent = TypedNumber.IsPercent(cell.Text);
        var (shown, stored) = (cell.Number, Cell.ToDecimal(cell.Serial) * (isPercent ? 100 : 1));
        if (shown == stored)
            return null;
        var written = new Cell(isPercent ? CellKind.Percent : CellKind.Number, null, cell.Serial).Text;
        return shown is { } number && stored is { } exact && decimal.Round(exact, number.Scale, MidpointRounding.AwayFromZero) == number
            ? FigureFindings.DigitsHidden(column.Header, cell.Text, written)
            : FigureFindings.ShownDiffers(column.Header, cell.Text, written);
    }
}
