using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The condition of a section of a number format: [&lt;100].</summary>
internal sealed partial record FormatCondition(string Comparison, double Limit)
{
    /// <summary>Null when the section has no valid condition.</summary>
    public static FormatCondition? Of(string section) =>
        Condition().Match(section) is { Success: true } match
            && double.TryParse(match.Groups["limit"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new(match.Groups["comparison"].Value, limit)
            : null;

    /// <summary>
    /// Whether a negative number keeps its minus sign, because the section is not the one for negative numbers, whose code contains a sign.
    /// </summary>
    public bool LeavesSign(double number) => Comparison switch
    {
        "<" => number < Limit && Limit != 0,
        "<=" => number <= Limit && Limit != 0,
        ">" => number > Limit,
        ">=" => number >= Limit,
        "=" => number.Equals(Limit),
        _ => !number.Equals(Limit),
    };

    [GeneratedRegex(@"^(?:\[[^\]<>=]*\])*\[(?<comparison><=|<>|>=|<|>|=)(?<limit>[^\]]+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();
}
