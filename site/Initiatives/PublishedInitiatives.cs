using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Initiatives;

/// <summary>Publishes a page for each initiative (取組). Initiatives have no list page: the pages of policy areas list them.</summary>
internal sealed class PublishedInitiatives : PublishedKind
{
    public override ListPage? List => null;

    public override IReadOnlyList<OpenDataTable> Tables => InitiativeTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Report.Initiatives.Select(i => ((Record)i, view.Links.To(i).Href));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Viewpoints.SelectMany(v => v.Areas).SelectMany(area => area.Initiatives.Select(i => Of(i, area, view)));

    public override IEnumerable<Page> Pages(ReportView view) =>
    [
        .. view.Places.Select(p => Page.Of<InitiativePage>(view.Links.To(p.Initiative).Href, nameof(InitiativePage.Place), p)),
    ];

    private static SearchEntry Of(Initiative initiative, PolicyAreaSummary area, ReportView view) =>
        new(SearchKind.Initiative, view.Links.To(initiative).Href, initiative.Text)
        {
            Context = ViewpointEntries.ContextOf(area),
            Names = [initiative.Id],
            Text = string.Join('／', view.Report.IndicatorsOf(initiative).Select(i => $"{i.FullName}：{SearchFigures.TextOf(i)}")),
        };
}
