using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Viewpoints;

/// <summary>Publishes directions (課題と今後の方向性). They have no pages: the page of a policy area shows its directions.</summary>
internal sealed class PublishedDirections : PublishedKind
{
    public override ListPage? List => null;

    public override IReadOnlyList<OpenDataTable> Tables => DirectionTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Viewpoints.SelectMany(v => v.Areas)
            .SelectMany(a => a.Directions.Select(d => ((Record)d, $"{view.Links.To(a.Viewpoint, a.Area).Href}#directions")));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Viewpoints.SelectMany(v => v.Areas).SelectMany(area => area.Directions.Select(d => Of(d, area, view)));

    private static SearchEntry Of(Direction direction, PolicyAreaSummary area, ReportView view) =>
        new(SearchKind.Direction, $"{view.Links.To(area.Viewpoint, area.Area).Href}#{direction.Id}", direction.GetRecordKind().Facts().Name)
        {
            Context = ViewpointEntries.ContextOf(area),
            Names = [direction.Id],
            Text = direction.Text,
        };
}
