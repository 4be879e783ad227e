namespace KawasakiServerless.Site.Data;

/// <summary>A share of a statistic in long form, as CSV has no lists: one row a share, the total repeated.</summary>
internal sealed record StatisticRow(
    string Section, string Name, string PeriodFrom, string PeriodTo, decimal Total, string Label, decimal Percent, string? Note, DataSource Source)
{
    public static IEnumerable<StatisticRow> Of(StatisticData s) =>
        s.Shares.Select(x => new StatisticRow(s.Section, s.Name, s.PeriodFrom, s.PeriodTo, s.Total, x.Label, x.Percent, x.Note, s.Source));
}

/// <summary>An indicator without its figures, which stand in long form in indicator-values.csv.</summary>
internal sealed record IndicatorRow(
    string Id, string Initiative, int Viewpoint, string PolicyArea, string Name, string? Group, string? Unit, bool Cumulative, IEnumerable<string> Notes, DataSource Source)
{
    public static IndicatorRow Of(IndicatorData i) =>
        new(i.Id, i.Initiative, i.Viewpoint, i.PolicyArea, i.Name, i.Group, i.Unit, i.Cumulative, i.Notes, i.Source);
}
