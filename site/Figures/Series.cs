using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// Determines which years a chart of an indicator shows, and in which of these years the figure is not comparable with those of the other
/// years.
/// </summary>
public static partial class Series
{
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
        var named = YearNames().Matches(note).Select(m => FiscalYear.TryParse(m.Value, out var year) ? year : null).OfType<FiscalYear>()
            .ToList();
        var own = all.Where(named.Contains).ToList();
        return own.Count > 0 ? own : all;
    }

    [GeneratedRegex("暫定|速報|見込|推計|時点|現在|途中|変更|見直|除く|含まない")]
    private static partial Regex Break();

    [GeneratedRegex("(?:平成|令和|昭和|[HRS])?(?:[0-9]+|元)(?:年度?)?")]
    private static partial Regex YearNames();
}
