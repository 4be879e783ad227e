using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>A number format that does nothing but round: 0, #,##0.00, 0.0%, #,##0.###.</summary>
/// <param name="Decimals">How many it shows at most.</param>
/// <param name="IsUpTo">Whether it shows no more of them than a number has.</param>
internal sealed partial record Rounding(int Decimals, bool IsUpTo, bool IsPercent)
{
    // Of a decimal.
    private const int MostDecimals = 28;

    // From here on digits are separated.
    private const int Separated = 1_000;

    /// <summary>Null for any other format.</summary>
    public static Rounding? Of(string written)
    {
        if (Plain().Match(written) is not { Success: true } match)
            return null;
        var (always, upTo) = (match.Groups["always"].Length, match.Groups["upTo"].Length);
        return new(Math.Min(always + upTo, MostDecimals), upTo > 0, match.Groups["percent"].Success);
    }

    /// <summary>Whether a number is shown with all its digits, and with nothing that it does not have.</summary>
    public bool Keeps(double number)
    {
        // The format 0.# shows 5 as 5. with a point.
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
