using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// Extracts the unit that a cell's number format displays next to the number, such as 人 in 52人, 千円 in 52千円, % in 45.9% or ¥ in ¥52.
/// </summary>
internal static partial class ShownUnit
{
    /// <summary>
    /// Returns the displayed unit; null when the format displays no unit, or something that is not only a unit, as in 52千 (scaled) and
    /// 65歳以上.
    /// </summary>
    public static string? Of(SheetCell cell) => Measured(cell) is not { Success: true } match ? null
        : match.Groups["unit"].Value is { Length: > 0 } unit ? IsUnit(unit) ? unit : null
        : match.Groups["yen"].Success ? "円" : null;

    /// <summary>
    /// Returns the number that is displayed with a unit, if it is the stored number or a rounded form of it; null otherwise, for example
    /// when it is scaled to thousands.
    /// </summary>
    public static decimal? NumberIn(SheetCell cell)
    {
        if (Of(cell) is null || SheetCell.ToDecimal(cell.Serial) is not { } stored)
            return null;
        var parts = Measured(cell)!.Groups;
        var number = TypedNumber.Parse(parts["sign"].Value + parts["number"].Value);
        return number is { } shown && decimal.Round(stored, shown.Scale, MidpointRounding.AwayFromZero) == shown ? number : null;
    }

    private static bool IsUnit(string word) => FigureUnits.IsUnit(word) || FigureUnits.MayBeUnit(word);

    private static Match? Measured(SheetCell cell) => cell.Kind == CellKind.Shown ? Parts().Match(cell.Text.Fold()) : null;

    [GeneratedRegex(
        @"^(?<sign>[-−‐–▲△+])?\s?(?<yen>[¥\\])?\s?(?<sign>[-−‐–▲△+])?\s?(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)\.?\s?(?<unit>[^0-9\s]+)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
