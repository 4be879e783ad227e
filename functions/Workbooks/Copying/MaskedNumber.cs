using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Finds numbers that the format of their cell hides behind a text, such as 3 that [&lt;10]"10未満" displays as 10未満. A displayed text
/// reveals the number if each number in it is the stored one, rounded, and perhaps scaled as formats can scale: 52千, 45.9%, ▲52 or 第3回.
/// </summary>
internal static partial class MaskedNumber
{
    private static readonly decimal[] Scales = [1, 100, 0.001m, 0.000_001m, 0.000_000_001m];

    public static bool Is(SheetCell cell) =>
        cell.Kind == CellKind.Shown && !(SheetCell.ToDecimal(cell.Serial) is { } stored && Reveals(cell.Text, Math.Abs(stored)));

    private static bool Reveals(string shown, decimal stored)
    {
        var numbers = Number().Matches(shown.Replace(",", "", StringComparison.Ordinal)).Select(m => m.Value).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => Scales.Any(scale => IsRounded(number, stored * scale)));
    }

    private static bool IsRounded(string number, decimal stored) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value == decimal.Round(stored, value.Scale, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
