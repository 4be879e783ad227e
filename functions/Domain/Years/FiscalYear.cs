using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>A fiscal year (年度): 1 April of <see cref="Year"/> to 31 March of the next calendar year.</summary>
public sealed partial record FiscalYear : IComparable<FiscalYear>
{
    private const int First = 1926, Last = 2100;

    private FiscalYear(int year)
    {
        Year = year;
        EraLabel = $"{EraYears.Of(year)}年度";
        Label = $"{EraYears.Of(year)}（{year}）年度";
    }

    // Each year has a single instance with precomputed labels, because every figure of a report refers to a year, and allocating an
    // instance for each figure would be costly.
    private static readonly FiscalYear[] Known = [.. Enumerable.Range(First, Last - First + 1).Select(year => new FiscalYear(year))];

    /// <summary>All fiscal years from 1926 (昭和元年度) to 2100, in ascending order.</summary>
    public static IReadOnlyList<FiscalYear> All => Known;

    /// <summary>The western year in which the fiscal year starts, such as 2017 for 平成29年度.</summary>
    public int Year { get; }

    public FiscalYear Previous => Of(Year - 1);

    /// <summary>The name of the year as pages and headers show it, such as 平成29（2017）年度.</summary>
    public string Label { get; }

    /// <summary>The name of the year as departments write it, such as 平成29年度.</summary>
    public string EraLabel { get; }

    /// <exception cref="ArgumentOutOfRangeException">The year is outside the range from 1926 to 2100.</exception>
    public static FiscalYear Of(int year) =>
        year is >= First and <= Last
            ? Known[year - First]
            : throw new ArgumentOutOfRangeException(nameof(year), year, $"A fiscal year lies between {First} and {Last}.");

    /// <summary>
    /// Parses a year as departments type it, such as 平成29年度, 平成29（2017）年度, 平成二十九年度, Ｈ２９, 令和元年度, 2017年度
    /// or 2017. A bare 29 is rejected.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FiscalYear? year)
    {
        // Fold applies NFKC, which converts Ｈ２９ to H29 and ㍻ to 平成.
        var match = AsTyped().Match(text.Fold());
        year = match.Success && EraYears.Western(match) is >= First and <= Last and var western ? Of(western) : null;
        return year is not null;
    }

    public bool Equals(FiscalYear? other) => other?.Year == Year;

    public override int GetHashCode() => Year;

    public int CompareTo(FiscalYear? other) => Year.CompareTo(other?.Year ?? 0);

    public static bool operator <(FiscalYear left, FiscalYear right) => left.CompareTo(right) < 0;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.CompareTo(right) > 0;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.CompareTo(right) >= 0;

    public override string ToString() => Label;

    [GeneratedRegex("^" + EraYears.Pattern + @"\s?(?:年度|年)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsTyped();
}
