using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Where the columns of an indicator's chart stand. Scale is shared by charts to be compared with one another.</summary>
public sealed class ColumnChart
{
    public const int Width = 320, Height = 208;
    private const int Top = 28, Floor = 160, RoomBelow = 18, MostYears = 12;
    private readonly decimal lowest, highest;

    public ColumnChart(Indicator indicator, IEnumerable<Indicator> comparedWith)
    {
        var values = comparedWith.Append(indicator).SelectMany(i => i.Figures).Select(f => f.Value.GetValueOrDefault()).ToList();
        (lowest, highest) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var figures = indicator.Figures.TakeLast(MostYears).ToList();
        Columns = [.. figures.Select((figure, i) => Place(figure, i, figures.Count))];
        LabelCss = LabelSize(Columns, (decimal)Width / Math.Max(1, figures.Count));
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Null when the labels would run into one another at any size; the table has them.</summary>
    public string? LabelCss { get; }

    public decimal Baseline => Y(0);

    // Labels of negative columns stand below them.
    private int Bottom => lowest < 0 ? Floor - RoomBelow : Floor;

    private Column Place(Figure figure, int index, int count)
    {
        var slot = (decimal)Width / count;
        var width = Math.Min(56, slot * 0.55m);
        var middle = slot * (index + 0.5m);
        var (top, height) = Extent(figure.Value);
        var label = figure.Value < 0 ? top + height + 16 : top - 8;
        return new(figure, middle, middle - (width / 2), top, width, height, label, count <= 4);
    }

    // Zero is drawn as a thin line, so that it is seen to be there.
    private (decimal Top, decimal Height) Extent(decimal? value) => value switch
    {
        null => (Floor - 40, 40),
        0 => (Baseline - 2, 2),
        < 0 => (Baseline, Y(value.Value) - Baseline),
        _ => (Y(value.Value), Baseline - Y(value.Value)),
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

/// <summary>One year's column, in units of the drawing.</summary>
public sealed record Column(Figure Figure, decimal Middle, decimal X, decimal Y, decimal Width, decimal Height, decimal LabelY, bool HasEraLabel)
{
    public string Label => Figure.Status switch
    {
        FigureStatus.Reported => Texts.Format(Figure.Value.GetValueOrDefault()),
        FigureStatus.Text => "文章",
        FigureStatus.NotApplicable => "対象外",
        _ => "未報告",
    };

    public string Css => Figure.Status switch
    {
        FigureStatus.Reported => "column",
        FigureStatus.NotApplicable => "column not-applicable",
        _ => "column not-reported",
    };
}
