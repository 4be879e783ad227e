using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Reports numbers whose number format displays a different number than the one stored in the cell.</summary>
internal static class DisplayDoubts
{
    /// <param name="shown">The number that was read from the displayed text; null if that text is not a number.</param>
    public static Finding? In(SheetCell cell, decimal? shown, TemplateColumn column) =>
        cell.Kind == CellKind.Shown ? InShown(cell, shown, column) : null;

    private static Finding? InShown(SheetCell cell, decimal? shown, TemplateColumn column)
    {
        if (Stored(cell).Contains(shown))
            return null;
        return Stored(cell).FirstOrDefault(s => IsRounded(s, shown)) is { } exact
            ? FigureFindings.DigitsHidden(
                column.Header, cell.Text, SheetCell.OfNumber((double)exact).Text + (TypedNumber.IsPercent(cell.Text) ? "%" : ""))
            : FigureFindings.ShownDiffers(column.Header, cell.Text, SheetCell.OfNumber(cell.Serial).Text);
    }

    private static bool IsRounded(decimal? stored, decimal? shown) =>
        stored is { } exact && shown is { } number && decimal.Round(exact, number.Scale, MidpointRounding.AwayFromZero) == number;

    // With the format 0% the stored value is a hundredth of the displayed number; with % as a literal (0"%") the two are equal. Either is
    // accepted.
    private static decimal?[] Stored(SheetCell cell) => SheetCell.ToDecimal(cell.Serial) is not { } stored ? []
        : TypedNumber.IsPercent(cell.Text) ? [stored, stored * 100] : [stored];
}
