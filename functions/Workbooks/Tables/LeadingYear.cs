using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Recognizes a header that begins with a year but also says something else, such as H28.4.1 or 平成28年度上半期. The column of such a header is
/// not read, because its figures may not be those of the whole year; a finding suggests the year.
/// </summary>
internal static partial class LeadingYear
{
    private const int Longest = 16, Oldest = 5, April = 4;

    /// <summary>
    /// Returns the fiscal year with which the header begins: at most five years before the reporting year and not after it. Null for any
    /// other header.
    /// </summary>
    public static FiscalYear? In(string foldedHeader, FiscalYear reportingYear) =>
        LongestIn(foldedHeader) is var (year, after) && !AnotherYear().IsMatch(after) && Month().Match(after) is var month
        && (IsBeforeApril(month) ? year.Previous : year) is var meant
        && meant <= reportingYear && meant.Year >= reportingYear.Year - Oldest
            ? meant
            : null;

    /// <summary>
    /// Returns the month and the day of a header that is a date, such as H28.4.1 or 平成28年4月1日現在; null for any other header.
    /// </summary>
    public static (int Month, int Day)? DayIn(string foldedHeader) =>
        LongestIn(foldedHeader) is var (_, after) && Date().Match(after) is { Success: true } date
            ? (NumberIn(date.Groups[1]), NumberIn(date.Groups[2]))
            : null;

    private static (FiscalYear Year, string After)? LongestIn(string header)
    {
        for (var length = Math.Min(header.Length - 1, Longest); length > 1; length--)
        {
            var isWithinNumber = char.IsAsciiDigit(header[length - 1]) && char.IsAsciiDigit(header[length]);
            if (!isWithinNumber && FiscalYear.TryParse(header[..length], out var year))
                return (year, header[length..]);
        }

        return null;
    }

    // The months from January to March belong to the fiscal year that began in the calendar year before.
    private static bool IsBeforeApril(Match month) =>
        month.Success && NumberIn(month.Groups[1]) is > 0 and < April;

    private static int NumberIn(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // Matches the second year of a header that names two, such as 平成28～29年度 or 平成28年度(2017年度).
    [GeneratedRegex("年度|(?:平成|令和|[HR])[0-9]|20[0-9]{2}")]
    private static partial Regex AnotherYear();

    [GeneratedRegex("^[./-]?([0-9]{1,2})(?:[./-]|月)([0-9]{1,2})日?(?:現在|時点)?$")]
    private static partial Regex Date();

    [GeneratedRegex("^(?:[.]|/|-)?([0-9]{1,2})(?:月|[./-]|$)")]
    private static partial Regex Month();
}
