using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The condition under which a section of a number format applies, such as [&lt;100].</summary>
internal sealed partial record FormatCondition(string Comparison, double Limit)
{
    /// <summary>Returns null when the section has no valid condition.</summary>
    public static FormatCondition? Of(string section) =>
        Condition().Match(section) is { Success: true } match
            && double.TryParse(match.Groups["limit"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new(match.Groups["comparison"].Value, limit)
            : null;

    /// <summary>
    /// Returns whether this section of a number format applies to a negative number and Excel adds a minus sign to what the section
    /// displays. Excel adds none under the conditions [&lt;0] and [&lt;=0], for which the section's code itself must contain the sign.
    /// </summary>
    /// <param name="number">A negative number.</param>
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
