using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Wards;

/// <summary>
/// Publishes a page for each ward with its activities (区の取組), and the list of wards with the activities common to all wards.
/// </summary>
internal sealed class PublishedWardActivities : PublishedKind
{
    public static ListPage ListPage { get; } = new("wards", "区の取組")
    {
        Component = typeof(WardListPage),
        Count = view => view.Report.WardActivities.Count,
        Description = view => $"{WardActivity.CommonToAllWards}の取組と、{Texts.Format(view.Wards.Count)}つの区ごとの取組",
        OtherNames = view => ["区", $"{Texts.Format(view.Wards.Count)}区"],
    };

    public override ListPage List => ListPage;

    public override IReadOnlyList<OpenDataTable> Tables => WardActivityTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Report.WardActivities.Select(a => ((Record)a, HrefOf(a, view)));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        PlaceEntries.OfWards(view);

    public override IEnumerable<Page> Pages(ReportView view) =>
    [
        .. view.Wards.Select(w => Page.Of<WardPage>(view.Links.ToWard(w).Href, nameof(WardPage.Ward), w)),
    ];

    private static string HrefOf(WardActivity activity, ReportView view) => activity.Ward is null
        ? view.Links.Wards.Href
        : view.Links.ToWard(view.Report.Register.Department(activity.Ward)).Href;
}
