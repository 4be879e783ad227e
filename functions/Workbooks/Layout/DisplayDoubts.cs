using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Findings about numbers whose display differs from the stored value.</summary>
internal static class DisplayDoubts
{
    /// <param name="shown">The number read from the cell; null for text.</param>
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

    // If % is only a literal of the format (0"%"), the stored value equals the displayed one.
    private static decimal?[] Stored(SheetCell cell) => SheetCell.ToDecimal(cell.Serial) is not { } stored ? []
        : TypedNumber.IsPercent(cell.Text) ? [stored, stored * 100] : [stored];
}
