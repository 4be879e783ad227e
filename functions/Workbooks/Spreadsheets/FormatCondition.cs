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
    /// Whether the section applies to a negative number and Excel displays the number with a minus sign that the section's code does not
    /// contain. False for the conditions [&lt;0] and [&lt;=0], because Excel then displays only a sign that the code contains.
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
