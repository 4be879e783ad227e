using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// The sign, the word and the CSS class of each trend. Signs and words do not judge: a decrease in accidents is good, a decrease in visits
/// is not.
/// </summary>
public static class TrendWords
{
    public static IReadOnlyList<Trend> All { get; } = [Trend.Up, Trend.Level, Trend.Down, Trend.InWords, Trend.NotReported];

    public static string Word(this Trend trend) => trend switch
    {
        Trend.Up => "増加",
        Trend.Down => "減少",
        Trend.Level => "横ばい",
        Trend.InWords => "文章で報告",
        _ => "比較なし",
    };

    /// <summary>The title of a list of the indicators with this trend.</summary>
    public static string ListTitle(this Trend trend) => trend switch
    {
        Trend.Up => "増加した指標",
        Trend.Down => "減少した指標",
        Trend.Level => "横ばいの指標",
        Trend.InWords => "文章で報告された指標",
        _ => "前の年度と比較できない指標",
    };

    public static string Sign(this Trend trend) => trend switch
    {
        Trend.Up => "↑",
        Trend.Down => "↓",
        Trend.Level => "→",
        Trend.InWords => "文",
        _ => "…",
    };

    public static string Css(this Trend trend) => trend switch
    {
        Trend.Up => "up",
        Trend.Down => "down",
        Trend.Level => "level",
        Trend.InWords => "words",
        _ => "none",
    };

    public static int Of(this IndicatorCounts counts, Trend trend) => trend switch
    {
        Trend.Up => counts.Up,
        Trend.Down => counts.Down,
        Trend.Level => counts.Level,
        Trend.InWords => counts.InWords,
        _ => counts.NotReported,
    };
}
