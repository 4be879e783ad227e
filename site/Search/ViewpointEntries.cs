using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>Creates the search entries for a viewpoint and for each of its policy areas.</summary>
internal static class ViewpointEntries
{
    public static IEnumerable<SearchEntry> Of(ViewpointSummary summary, ReportView view) =>
        summary.Areas.Select(a => Of(a, view)).Prepend(
            new(SearchKind.Viewpoint, view.Links.To(summary.Viewpoint).Href, view.Links.To(summary.Viewpoint).Text)
            {
                Names = [NumberOf(summary.Viewpoint), summary.Viewpoint.ShortName, summary.Viewpoint.Title],
                Text = $"{summary.Viewpoint.Title}。施策：{string.Join('、', summary.Areas.Select(a => a.Area.Name))}",
            });

    /// <summary>The context that search results show for records of a policy area, such as 視点1・高齢者施策.</summary>
    public static string ContextOf(PolicyAreaSummary area) => $"{NumberOf(area.Viewpoint)}・{area.Area.Name}";

    private static SearchEntry Of(PolicyAreaSummary area, ReportView view) =>
        new(SearchKind.Viewpoint, view.Links.To(area.Viewpoint, area.Area).Href, area.Area.Name)
        {
            Context = view.Links.To(area.Viewpoint).Text,
            Names =
            [
                area.Area.Name.Replace("施策", "", StringComparison.Ordinal),
                $"{NumberOf(area.Viewpoint)} {area.Area.Name}",
                area.Area.Code.Replace('-', ' '),
            ],
            Text = $"取組{Texts.Format(area.Initiatives.Count)}件、課題と今後の方向性{Texts.Format(area.Directions.Count)}件。"
                + $"担当部署：{Divisions.Format(area.Divisions)}",
        };

    private static string NumberOf(Viewpoint viewpoint) => $"視点{Texts.Format(viewpoint.Number)}";
}
