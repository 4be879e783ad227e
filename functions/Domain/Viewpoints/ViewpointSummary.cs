namespace KawasakiServerless.Domain;

/// <summary>The initiatives, indicators and directions of a report under one viewpoint, by policy area (視点別のまとめ).</summary>
public sealed record ViewpointSummary(Viewpoint Viewpoint, EquatableList<PolicyAreaSummary> Areas)
{
    public int Initiatives => Areas.Sum(a => a.Initiatives.Count);

    public int Directions => Areas.Sum(a => a.Directions.Count);

    public IndicatorCounts Indicators => IndicatorCounts.Of(Areas.SelectMany(a => a.Indicators));

    /// <summary>Returns a summary of every viewpoint of the register, with the policy areas for which something was reported.</summary>
    public static EquatableList<ViewpointSummary> AllOf(Report report) =>
        [.. report.Register.Viewpoints.OrderBy(v => v.Number).Select(v => new ViewpointSummary(v, PolicyAreaSummary.AllOf(report, v)))];
}

/// <summary>The initiatives, indicators and directions of a policy area under one viewpoint (施策のまとめ).</summary>
/// <param name="Divisions">All responsible divisions of these initiatives and directions, without duplicates, in the order of their first
/// appearance.</param>
public sealed record PolicyAreaSummary(
    Viewpoint Viewpoint,
    PolicyArea Area,
    EquatableList<string> Divisions,
    EquatableList<Initiative> Initiatives,
    EquatableList<Indicator> Indicators,
    EquatableList<Direction> Directions)
{
    public IndicatorCounts Counts => IndicatorCounts.Of(Indicators);

    internal static EquatableList<PolicyAreaSummary> AllOf(Report report, Viewpoint viewpoint) =>
    [
        .. report.Register.PolicyAreasOf(viewpoint).Select(area => Of(report, viewpoint, area))
            .Where(s => s.Initiatives.Count + s.Directions.Count > 0),
    ];

    private static PolicyAreaSummary Of(Report report, Viewpoint viewpoint, PolicyArea area)
    {
        var initiatives = report.Initiatives.Where(i => i.Viewpoint == viewpoint.Number && i.PolicyArea == area.Code).ToEquatableList();
        var directions = report.Directions.Where(d => d.Viewpoint == viewpoint.Number && d.PolicyArea == area.Code).ToEquatableList();
        var divisions = initiatives.SelectMany(i => i.Divisions).Concat(directions.SelectMany(d => d.Divisions));
        return new(viewpoint, area, [.. divisions.Distinct()], initiatives, [.. initiatives.SelectMany(report.IndicatorsOf)], directions);
    }
}

/// <summary>
/// How many indicators there are, by <see cref="Trend"/>. Every indicator has exactly one trend, so the five counts add up to
/// <see cref="Total"/>.
/// </summary>
public sealed record IndicatorCounts(int Up, int Down, int Level, int InWords, int NotReported)
{
    public int Total => Up + Down + Level + InWords + NotReported;

    public static IndicatorCounts Of(IEnumerable<Indicator> indicators)
    {
        var trends = indicators.Select(i => i.Trend).ToList();
        return new(Count(Trend.Up), Count(Trend.Down), Count(Trend.Level), Count(Trend.InWords), Count(Trend.NotReported));

        int Count(Trend trend) => trends.Count(t => t == trend);
    }
}
