using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>A month of a year (年月): the beginning or end of a period that a statistic covers.</summary>
public sealed partial record YearMonth
{
    private YearMonth(int year, int month) => (Year, Month) = (year, month);

    public int Year { get; }

    public int Month { get; }

    /// <summary>平成29（2017）年4月.</summary>
    public string Label => $"{EraYears.Of(Year, Month)}（{Year}）年{Month}月";

    /// <summary>2017-04, as open data writes it (ISO 8601).</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    public static YearMonth Of(int year, int month) =>
        IsValid(year, month) ? new(year, month) : throw new ArgumentOutOfRangeException(nameof(month), $"{year}-{month} is no month.");

    /// <summary>Reads 2017-04, 2017/4, 2017年4月, 平成29年4月, 平成29（2017）年4月, H29.4.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out YearMonth? month)
    {
        month = null;
        var match = AsTyped().Match(text.Fold());
        if (!match.Success)
            return false;
        var year = match.Groups["western"].Success
            ? Number(match.Groups["western"].Value)
            : EraYears.Western(match.Groups["era"].Value, match.Groups["n"].Value);
        if (!IsValid(year, Number(match.Groups["month"].Value)))
            return false;
        month = new(year, Number(match.Groups["month"].Value));
        return true;
    }

    private static bool IsValid(int year, int month) => year is >= 1926 and <= 2100 && month is >= 1 and <= 12;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<western>\d{4})|(?<era>令和|平成|昭和|[RHSrhs])\s?(?<n>元|\d{1,2})(?:\s?\(\d{4}\))?)\s?[-/.年]\s?(?<month>\d{1,2})月?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsTyped();
}
