using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Search;

/// <summary>A viewpoint with all that is reported under it: policy areas, initiatives, indicators, directions.</summary>
internal static class ViewpointEntries
{
    public static IEnumerable<SearchEntry> Of(ViewpointSummary summary, ReportView view) =>
        summary.Areas.SelectMany(a => Of(a, view)).Prepend(new(SearchKind.Viewpoint, view.Links.To(summary.Viewpoint).Href, view.Links.To(summary.Viewpoint).Text)
        {
            Names = [NumberOf(summary.Viewpoint), summary.Viewpoint.ShortName, summary.Viewpoint.Title],
            Text = $"{summary.Viewpoint.Title}。施策：{string.Join('、', summary.Areas.Select(a => a.Area.Name))}",
        });

    private static IEnumerable<SearchEntry> Of(PolicyAreaSummary area, ReportView view) =>
    [
        new(SearchKind.Viewpoint, view.Links.To(area.Viewpoint, area.Area).Href, area.Area.Name)
        {
            Context = view.Links.To(area.Viewpoint).Text,
            Names =
            [
                area.Area.Name.Replace("施策", "", StringComparison.Ordinal), $"{NumberOf(area.Viewpoint)} {area.Area.Name}", area.Area.Code.Replace('-', ' '),
            ],
            Text = $"取組{Texts.Format(area.Initiatives.Count)}件、課題と今後の方向性{Texts.Format(area.Directions.Count)}件。担当部署：{Divisions.Format(area.Divisions)}",
        },
        .. area.Initiatives.Select(i => Of(i, area, view)),
        .. area.Indicators.Select(i => Of(i, area, view)),
        .. area.Directions.Select(d => new SearchEntry(SearchKind.Direction, $"{view.Links.To(area.Viewpoint, area.Area).Href}#{d.Id}", "課題と今後の方向性")
        {
            Context = ContextOf(area),
            Names = [d.Id],
            Text = d.Text,
        }),
    ];

    private static SearchEntry Of(Initiative initiative, PolicyAreaSummary area, ReportView view) =>
        new(SearchKind.Initiative, view.Links.To(initiative).Href, initiative.Text)
        {
            Context = ContextOf(area),
            Names = [initiative.Id],
            Text = string.Join('／', view.Report.IndicatorsOf(initiative).Select(i => $"{i.FullName}：{FiguresOf(i)}")),
        };

    private static SearchEntry Of(Indicator indicator, PolicyAreaSummary area, ReportView view) =>
        new(SearchKind.Indicator, view.Links.To(indicator).Href, indicator.FullName)
        {
            Context = ContextOf(area),
            Names = [indicator.Id],
            Figures = SearchFigures.Of(indicator, view.Report.InitiativeOf(indicator).Text),
            Text = string.Join('／', [FiguresOf(indicator), $"取組：{view.Report.InitiativeOf(indicator).Text}", .. indicator.Notes]),
        };

    private static string FiguresOf(Indicator indicator) =>
        string.Join('、', indicator.Figures.Select(f => $"{f.Year.EraLabel} {SearchFigures.TextOf(f, indicator.Unit)}"));

    private static string ContextOf(PolicyAreaSummary area) => $"{NumberOf(area.Viewpoint)}・{area.Area.Name}";

    private static string NumberOf(Viewpoint viewpoint) => $"視点{Texts.Format(viewpoint.Number)}";
}
