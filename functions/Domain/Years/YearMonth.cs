using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>A month of a certain year (年月): the first or last month of the period that a statistic covers.</summary>
public sealed partial record YearMonth
{
    private YearMonth(int year, int month) => (Year, Month) = (year, month);

    public int Year { get; }

    public int Month { get; }

    /// <summary>The month for display, such as 平成29（2017）年4月.</summary>
    public string Label => $"{EraYears.Of(Year, Month)}（{Year}）年{Month}月";

    /// <summary>Returns the month in the ISO 8601 format that the open data uses, such as 2017-04.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    public static YearMonth Of(int year, int month) =>
        IsValid(year, month) ? new(year, month) : throw new ArgumentOutOfRangeException(nameof(month), $"{year}-{month} is not a month.");

    /// <summary>Parses a month as departments type it, such as 2017-04, 2017/4, 2017年4月, 平成29年4月, 平成29（2017）年4月 or H29.4.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out YearMonth? month)
    {
        month = null;
        var match = AsTyped().Match(text.Fold());
        if (!match.Success)
            return false;
        var (year, number) = (EraYears.Western(match), EraYears.Number(match.Groups["month"].Value));
        if (IsValid(year, number))
            month = new(year, number);
        return month is not null;
    }

    private static bool IsValid(int year, int month) => year is >= 1926 and <= 2100 && month is >= 1 and <= 12;

    [GeneratedRegex("^" + EraYears.Pattern + @"\s?[-/.年]\s?(?<month>[0-9]{1,2})月?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsTyped();
}
