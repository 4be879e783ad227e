using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Indicators;

/// <summary>Publishes a page for each indicator (指標), the list of all indicators, and a list for each trend.</summary>
internal sealed class PublishedIndicators : PublishedKind
{
    public static ListPage ListPage { get; } = new("indicators", "指標の一覧")
    {
        Component = typeof(IndicatorListPage),
        Count = view => view.Report.Indicators.Count,
        Description = _ => "報告されたすべての指標の、年度ごとの値と推移",
        OtherNames = _ => ["指標"],
    };

    public override ListPage List => ListPage;

    public override IReadOnlyList<OpenDataTable> Tables => IndicatorTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Report.Indicators.Select(i => ((Record)i, view.Links.To(i).Href));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Viewpoints.SelectMany(v => v.Areas).SelectMany(area => area.Indicators.Select(i => Of(i, area, view)));

    public override IEnumerable<Page> Pages(ReportView view) =>
    [
        .. TrendWords.All.Select(t => Page.Of<TrendPage>(view.Links.ToTrend(t).Href, nameof(TrendPage.Trend), t)),
        .. view.Places.SelectMany(p => p.Indicators)
            .Select(i => Page.Of<IndicatorPage>(view.Links.To(i).Href, nameof(IndicatorPage.Indicator), i)),
    ];

    private static SearchEntry Of(Indicator indicator, PolicyAreaSummary area, ReportView view)
    {
        var initiative = view.Report.InitiativeOf(indicator);
        return new(SearchKind.Indicator, view.Links.To(indicator).Href, indicator.FullName)
        {
            Context = ViewpointEntries.ContextOf(area),
            Names = [indicator.Id],
            Figures = SearchFigures.Of(indicator, initiative),
            Text = string.Join('／', [SearchFigures.TextOf(indicator), $"取組：{initiative.Text}", .. indicator.Notes]),
        };
    }
}
