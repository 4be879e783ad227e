using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// Determines which years a chart of an indicator shows, and in which of these years the figure is not comparable with those of the other
/// years.
/// </summary>
public static partial class Series
{
    private const string Era = "(?:平成|令和|昭和|[HRS])", YearName = $"{Era}?(?:[0-9]+|元)(?:年度?)?", Until = "(?:[~〜～-]|から)";

    /// <summary>
    /// Every year from the first to the last figure of these indicators. Years without figures are included, so that charts show a gap.
    /// </summary>
    public static IReadOnlyList<FiscalYear> Years(IEnumerable<Indicator> indicators)
    {
        var years = indicators.SelectMany(i => i.Figures).Select(f => f.Year.Year).ToList();
        return years.Count == 0 ? [] : [.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Select(FiscalYear.Of)];
    }

    public static bool HasNumbers(this Indicator indicator) => indicator.Figures.Any(f => f.Value is not null);

    public static Figure? FigureOf(this Indicator indicator, FiscalYear year) => indicator.Figures.FirstOrDefault(f => f.Year == year);

    /// <summary>
    /// The years whose figures are not comparable according to a note of the indicator, such as 暫定値 (provisional) or 集計方法の変更 (changed
    /// counting method): those years of the indicator that the note names, or all its years if the note names none of them.
    /// </summary>
    public static IReadOnlySet<FiscalYear> SetApart(Indicator indicator)
    {
        var notes = indicator.Notes.Select(n => n.Fold()).Where(n => Break().IsMatch(n)).ToList();
        return notes.SelectMany(n => Named(n, indicator)).ToHashSet();
    }

    private static List<FiscalYear> Named(string note, Indicator indicator)
    {
        var all = indicator.Figures.Select(f => f.Year).ToList();
        var named = YearNames().Matches(YearWithoutEra().Replace(note, "${era}")).ToList();
        var own = all.Where(year => named.Exists(name => IsIn(year, name))).ToList();
        return own.Count > 0 ? own : all;
    }

    private static bool IsIn(FiscalYear year, Match name) =>
        FiscalYear.TryParse(name.Groups["from"].Value, out var from)
            && (year == from || (FiscalYear.TryParse(name.Groups["to"].Value, out var to) && from < year && year <= to));

    [GeneratedRegex("暫定|速報|見込|推計|時点|現在|途中|変更|見直|除く|含まない")]
    private static partial Regex Break();

    // A year, with the last year of the range that it begins, such as H28～H30. The last year is also a match of its own.
    [GeneratedRegex($"(?<from>{YearName})(?:(?={Until}(?<to>{YearName}))|)")]
    private static partial Regex YearNames();

    // The position before a year without an era that continues a list or a range of years, such as 29 in 平成28・29年度.
    [GeneratedRegex(
        $"(?<=(?<era>{Era})[0-9元]+(?:年度?)?(?:(?:[・、,]|{Until})[0-9]+(?:年度?)?)*(?:[・、,]|{Until}))"
            + $"(?=[0-9]{{1,2}}(?:[年はのま・、,]|{Until}|$))")]
    private static partial Regex YearWithoutEra();
}
