using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>A number format that only rounds, such as 0, #,##0.00, 0.0% and #,##0.###.</summary>
/// <param name="Decimals">The maximum number of decimals that the format displays.</param>
/// <param name="IsUpTo">Whether the format omits trailing zeros after the decimal point (#) instead of displaying them (0).</param>
internal sealed partial record Rounding(int Decimals, bool IsUpTo, bool IsPercent)
{
    // The maximum number of decimals of the type decimal.
    private const int MostDecimals = 28;

    // From this number upwards, formats with #,## display thousands separators.
    private const int Separated = 1_000;

    /// <summary>Returns null for a format that does more than round, show a percentage or separate thousands.</summary>
    public static Rounding? Of(string written)
    {
        if (Plain().Match(written) is not { Success: true } match)
            return null;
        var (always, upTo) = (match.Groups["always"].Length, match.Groups["upTo"].Length);
        return new(Math.Min(always + upTo, MostDecimals), upTo > 0, match.Groups["percent"].Success);
    }

    /// <summary>
    /// Whether the format displays the number without losing a digit, so that the stored number can be used instead of the displayed text.
    /// For formats that omit trailing zeros, false also for integers and for numbers from 1,000 upwards, because these may be displayed
    /// with a trailing point or with separators.
    /// </summary>
    public bool Keeps(double number)
    {
        // With the format 0.#, Excel displays 5 as "5." with a trailing point.
        if (double.IsInteger(number))
            return !IsUpTo;
        if (IsUpTo && Math.Abs(number) >= Separated)
            return false;
        var counted = SheetCell.ToDecimal(number) * (IsPercent ? 100 : 1);
        return counted is { } value && decimal.Round(value, Decimals) == value;
    }

    [GeneratedRegex(@"^(?:#,##)?0(?:\.(?<always>0+)(?<percent>%)?|\.(?<upTo>#+)|(?<percent>%))?(?:_.| )?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
