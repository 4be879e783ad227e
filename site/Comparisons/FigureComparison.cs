using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Comparisons;

/// <summary>
/// Compares an indicator's figures of two fiscal years and describes the difference in words. No difference is computed when either figure
/// is not a number.
/// </summary>
/// <param name="Before">The figure of the year From; null when the indicator has none.</param>
public sealed record FigureComparison(Indicator Indicator, FiscalYear From, FiscalYear To, Figure? Before, Figure? After)
{
    public static FigureComparison Of(Indicator indicator, FiscalYear from, FiscalYear to) =>
        new(indicator, from, to, indicator.Figures.FirstOrDefault(f => f.Year == from), indicator.Figures
            .FirstOrDefault(f => f.Year == to));

    public Trend Trend => Trends.Of([.. new[] { Before, After }.OfType<Figure>()]);

    /// <summary>The difference in words, such as 6,700部増, 増減なし or 平成28年度が未報告のため比べられません.</summary>
    public string Words => (Before, After) switch
    {
        ({ Value: { } from }, { Value: { } to }) when from == to => "増減なし",
        ({ Value: { } from }, { Value: { } to }) =>
            $"{TrendSentence.Difference(Math.Abs(to - from), Indicator.Unit)}{(to > from ? "増" : "減")}",
        ({ Text: { } from }, { Text: { } to }) => from == to ? "同じ内容の報告" : "文章での報告（内容は左のとおり）",
        ({ Value: not null }, { Text: not null }) or ({ Text: not null }, { Value: not null }) => "数値と文章のため比べられません",
        _ => $"{string.Join("、", Missing)}のため比べられません{OtherYears}",
    };

    // If the figure of From or To is missing, adds the indicator's trend, which compares the last two consecutive years that have numbers.
    private string OtherYears => Indicator.Trend is Trend.Up or Trend.Down or Trend.Level ? $"（ほかの年度では、{TrendSentence.Of(Indicator)}）" : "";

    private IEnumerable<string> Missing =>
        new[] { (Year: From, Figure: Before), (Year: To, Figure: After) }.Where(
            f => f.Figure is not { Status: FigureStatus.Reported or FigureStatus.Text })
            .Select(f => $"{f.Year.EraLabel}が{(f.Figure?.Status).Word()}");
}
