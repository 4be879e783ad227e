using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// The layout of an indicator's column chart. The scale and the years also cover the indicators that readers compare with this one, so that
/// all their charts have the same axes.
/// </summary>
public sealed class ColumnChart
{
    public const int Width = 320, Height = 208;
    private const int Top = 28, Floor = 160, RoomBelow = 18, MostYears = 12;
    private readonly decimal lowest, highest;

    public ColumnChart(Indicator indicator, IEnumerable<Indicator> comparedWith)
    {
        var compared = comparedWith.Append(indicator).ToList();
        var years = Series.Years(compared).TakeLast(MostYears).ToList();
        var drawn = compared.SelectMany(i => i.Figures).Where(f => years.Contains(f.Year));
        var values = drawn.Select(f => f.Value.GetValueOrDefault()).ToList();
        (lowest, highest) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var apart = Series.SetApart(indicator);
        Columns = [.. years.Select((year, i) => Place(year, indicator.FigureOf(year), (decimal)Width / years.Count,
            i) with { IsSetApart = apart.Contains(year), HasEraLabel = years.Count <= 4 })];
        LabelCss = LabelSize(Columns, (decimal)Width / Math.Max(1, years.Count));
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>
    /// The CSS class of the columns' labels, which determines their font size. Null when the labels would overlap even in the smallest
    /// size: then the chart has no labels, and only the table shows the values.
    /// </summary>
    public string? LabelCss { get; }

    public decimal Baseline => Y(0);

    // The y coordinate of the lower end of the scale. The labels of negative columns are below the columns and need room there.
    private int Bottom => lowest < 0 ? Floor - RoomBelow : Floor;

    private Column Place(FiscalYear year, Figure? figure, decimal slot, int index)
    {
        var width = Math.Min(56, slot * 0.55m);
        var middle = slot * (index + 0.5m);
        var (top, height) = Extent(figure);
        var label = figure?.Value < 0 ? top + height + 16 : top - 8;
        return new(year, figure, middle, middle - (width / 2), top, width, height, label);
    }

    // A zero is drawn as a thin line, so that it is visible. A figure without a number is a box of fixed height. A year without a figure is
    // left empty.
    private (decimal Top, decimal Height) Extent(Figure? figure) => figure switch
    {
        null => (Floor, 0),
        { Value: null } => (Floor - 40, 40),
        { Value: 0 } => (Baseline - 2, 2),
        { Value: < 0 } => (Baseline, Y(figure.Value.Value) - Baseline),
        _ => (Y(figure.Value.Value), Baseline - Y(figure.Value.Value)),
    };

    private static string? LabelSize(IReadOnlyList<Column> columns, decimal slot)
    {
        var widest = columns.Select(c => c.Label.Sum(l => char.IsAscii(l) ? 0.6m : 1m)).DefaultIfEmpty().Max();
        return (widest * 16 <= slot, widest * 11 <= slot) switch
        {
            (true, _) => "value",
            (_, true) => "value small",
            _ => null,
        };
    }

    private decimal Y(decimal value) =>
        highest == lowest ? Bottom : Top + ((highest - value) / (highest - lowest) * (Bottom - Top));
}

/// <summary>The column of one year, with positions and sizes in units of the SVG's view box.</summary>
/// <param name="Figure">The indicator's figure for the column's year; null if there is none.</param>
public sealed record Column(
    FiscalYear Year, Figure? Figure, decimal Middle, decimal X, decimal Y, decimal Width, decimal Height, decimal LabelY)
{
    /// <summary>
    /// True when a note of the indicator says that the number in this column is not comparable, for example because it is provisional.
    /// </summary>
    public bool IsSetApart { get; init; }

    public bool HasEraLabel { get; init; }

    public string Label => Figure?.Status switch
    {
        FigureStatus.Reported => $"{Texts.Format(Figure.Value.GetValueOrDefault())}{(IsSetApart ? "※" : "")}",
        var status => status.Word(),
    };

    public string Css => Figure?.Status switch
    {
        FigureStatus.Reported => IsSetApart ? "column apart" : "column",
        FigureStatus.NotApplicable => "column not-applicable",
        _ => "column not-reported",
    };
}
