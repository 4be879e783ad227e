using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Figures;

/// <summary>Describes the last change of an indicator in a sentence, such as 平成28年度の1,000部から平成29年度の7,700部へ増加（6,700部増）.</summary>
public static class TrendSentence
{
    public static string Of(Indicator indicator) =>
        LastPair(indicator.Figures) is var (before, after)
            ? $"{(indicator.IsCumulative ? "累計で、" : "")}{Compare(before, after, indicator.Unit)}{After(indicator, after.Year)}"
            : Alone(indicator);

    private static string Compare(Figure before, Figure after, string? unit)
    {
        var (from, to) = (before.Value.GetValueOrDefault(), after.Value.GetValueOrDefault());
        if (from == to)
            return $"{before.Year.EraLabel}、{after.Year.EraLabel}とも{WithUnit(from, unit)}で横ばい";
        var (verb, sign) = to > from ? ("増加", "増") : ("減少", "減");
        var change = $"{Difference(Math.Abs(to - from), unit)}{sign}";
        return $"{before.Year.EraLabel}の{WithUnit(from, unit)}から{after.Year.EraLabel}の{WithUnit(to, unit)}へ{verb}（{change}）";
    }

    private static string After(Indicator indicator, FiscalYear year)
    {
        var later = indicator.Figures.Where(f => f.Year > year).Select(f => State(f, indicator.Unit)).ToList();
        return later.Count == 0 ? "" : $"。{string.Join("、", later)}";
    }

    private static string Alone(Indicator indicator)
    {
        if (indicator.Figures.Count == 0)
            return "数値の記載がありません";
        var states = string.Join("、", indicator.Figures.Select(f => State(f, indicator.Unit)));
        return indicator.Figures.Any(f => f.Status == FigureStatus.Text) ? $"{states}（文章での報告）" : $"{states}のため、推移は比べられません";
    }

    private static string State(Figure figure, string? unit) => figure.Status switch
    {
        FigureStatus.Reported => $"{figure.Year.EraLabel}は{WithUnit(figure.Value.GetValueOrDefault(), unit)}",
        FigureStatus.Text => $"{figure.Year.EraLabel}は「{figure.Text}」",
        FigureStatus.NotApplicable or FigureStatus.NotReported => $"{figure.Year.EraLabel}は{figure.Status.Word()}",
    };

    /// <summary>The figures of the last two consecutive years that both have numbers; null when there are no such years.</summary>
    internal static (Figure Before, Figure After)? LastPair(EquatableList<Figure> figures)
    {
        var numbers = figures.Where(f => f.Value is not null).ToList();
        var pair = numbers.Zip(numbers.Skip(1)).LastOrDefault(p => p.First.Year == p.Second.Year.Previous);
        return pair.Second is null ? null : pair;
    }

    private static string WithUnit(decimal value, string? unit) => $"{Texts.Format(value)}{unit}";

    // The difference of two percentages is in percentage points: a rise from 60.9 % to 65.9 % is 5 points, not 5 percent.
    internal static string Difference(decimal value, string? unit) => WithUnit(value, unit is "%" or "％" ? "ポイント" : unit);
}
