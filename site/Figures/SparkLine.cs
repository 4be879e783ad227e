using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// The geometry of the small line chart in an indicator's table row: a dot for each number, on a scale that includes zero. A line joins two
/// dots only if their years are consecutive and no note says that one of the numbers is not comparable.
/// </summary>
public sealed class SparkLine
{
    public const int Width = 72, Height = 24;
    private const int Margin = 4;
    private readonly List<(FiscalYear Year, decimal Value)> points;
    private readonly IReadOnlySet<FiscalYear> apart;
    private readonly decimal lowest, highest;
    private readonly int first, span;

    public SparkLine(Indicator indicator)
    {
        var figures = indicator.Figures;
        apart = Series.SetApart(indicator);
        points = [.. figures.Where(f => f.Value is not null).Select(f => (f.Year, f.Value.GetValueOrDefault()))];
        if (points.Count == 0)
            return;
        (lowest, highest) = (Math.Min(0, points.Min(p => p.Value)), Math.Max(0, points.Max(p => p.Value)));
        first = figures[0].Year.Year;
        span = Math.Max(1, figures[^1].Year.Year - first);
    }

    public IEnumerable<(string X, string Y, bool IsSetApart)> Dots => points.Select(p => (X(p.Year), Y(p.Value), apart.Contains(p.Year)));

    public IEnumerable<(string X1, string Y1, string X2, string Y2)> Lines => points.Zip(points.Skip(1))
        .Where(
            pair => pair.First.Year == pair.Second.Year.Previous && !apart.Contains(pair.First.Year) && !apart.Contains(pair.Second.Year))
        .Select(pair => (X(pair.First.Year), Y(pair.First.Value), X(pair.Second.Year), Y(pair.Second.Value)));

    private string X(FiscalYear year) => Svg.Number(Margin + ((decimal)(year.Year - first) / span * (Width - (2 * Margin))));

    private string Y(decimal value) => Svg.Number(
        highest == lowest ? Height / 2m : Margin + ((highest - value) / (highest - lowest) * (Height - (2 * Margin))));
}
