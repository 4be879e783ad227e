using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

// The rows of CSV and Excel where they differ from the JSON: a cell holds one datum, so every list is a table of its own.

internal sealed record InitiativeRow(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, string Text, DataSource Source)
{
    public static InitiativeRow Of(InitiativeData i) => new(i.Id, i.Viewpoint, i.ViewpointName, i.PolicyAreaCode, i.PolicyArea, i.Text, i.Source);
}

internal sealed record DirectionRow(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, string Text, DataSource Source)
{
    public static DirectionRow Of(DirectionData d) => new(d.Id, d.Viewpoint, d.ViewpointName, d.PolicyAreaCode, d.PolicyArea, d.Text, d.Source);
}

/// <summary>An indicator without its figures, which stand in long form in indicator-values.</summary>
internal sealed record IndicatorRow(
    string Id,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    DataSource Source)
{
    public static IndicatorRow Of(IndicatorData i) => new(
        i.Id, i.Initiative, i.Viewpoint, i.ViewpointName, i.PolicyAreaCode, i.PolicyArea, i.Name, i.Group, i.Unit, i.Cumulative, i.Source);
}

internal sealed record CollaborationRow(
    int No,
    string Id,
    string LeadCode,
    string Lead,
    bool EveryBureau,
    bool EveryWard,
    bool AndOthers,
    string PartnersText,
    string Name,
    string Outline,
    string Direction,
    DataSource Source)
{
    public static CollaborationRow Of(CollaborationData c) =>
        new(c.No, c.Id, c.LeadCode, c.Lead, c.EveryBureau, c.EveryWard, c.AndOthers, c.PartnersText, c.Name, c.Outline, c.Direction, c.Source);
}

/// <param name="Era">平成29年度, beside the western year.</param>
internal sealed record WardActivityRow(
    string Id, string? WardCode, string? Ward, int? FiscalYear, string? Era, string? Category, string? Heading, string Text, DataSource Source)
{
    public static WardActivityRow Of(WardActivityData a) => new(
        a.Id, a.WardCode, a.Ward, a.FiscalYear, a.FiscalYear is { } year ? Domain.FiscalYear.Of(year).EraLabel : null, a.Category, a.Heading, a.Text, a.Source);
}

/// <summary>A share of a statistic: one row a share, the total repeated.</summary>
internal sealed record StatisticRow(
    string Section, string Name, string PeriodFrom, string PeriodTo, decimal Total, string? Label, decimal? Percent, string? Note, DataSource Source, string TotalCell,
    string? Cell)
{
    public static IEnumerable<StatisticRow> Of(StatisticData s) => s.Shares.DefaultIfEmpty().Select(share => new StatisticRow(
        s.Section, s.Name, s.PeriodFrom, s.PeriodTo, s.Total, share?.Label, share?.Percent, share?.Note, s.Source, s.TotalCell, share?.Cell));
}

/// <param name="Id">Which the headings of passage-headings name.</param>
/// <param name="Heading">The innermost of its headings.</param>
internal sealed record PassageRow(string Id, string Document, string? Heading, PassageKind Kind, string Text, DataSource Source)
{
    public static PassageRow Of(Passage p) => new(p.Id, p.Document, p.Path.Count == 0 ? null : p.Path[^1], p.Kind, p.Text, DataSource.Of(p));
}

internal sealed record DepartmentRow(
    int Order, string Code, string Name, string Kana, string English, DepartmentKind Kind, string? Ward, string? SubmittedAt)
{
    public static DepartmentRow Of(DepartmentData d) => new(d.Order, d.Code, d.Name, d.Kana, d.English, d.Kind, d.Ward, d.SubmittedAt);
}

internal sealed record ViewpointRow(int Number, string Title, string ShortName);
