using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>A number format that only rounds: 0, #,##0.00, 0.0%, #,##0.###.</summary>
/// <param name="Decimals">The maximum number of decimals that the format displays.</param>
/// <param name="IsUpTo">Whether the format omits trailing zeros (#) instead of padding (0).</param>
internal sealed partial record Rounding(int Decimals, bool IsUpTo, bool IsPercent)
{
    // The limit of `decimal`.
    private const int MostDecimals = 28;

    // Numbers from here on are displayed with thousands separators.
    private const int Separated = 1_000;

    /// <summary>Null for any other format.</summary>
    public static Rounding? Of(string written)
    {
        if (Plain().Match(written) is not { Success: true } match)
            return null;
        var (always, upTo) = (match.Groups["always"].Length, match.Groups["upTo"].Length);
        return new(Math.Min(always + upTo, MostDecimals), upTo > 0, match.Groups["percent"].Success);
    }

    /// <summary>Whether a number is displayed with exactly its digits: none lost and none added.</summary>
    public bool Keeps(double number)
    {
        // The format 0.# displays 5 as "5." with a trailing point.
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
