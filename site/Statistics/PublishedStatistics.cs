using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Statistics;

/// <summary>Publishes all statistics (活動統計) on one page.</summary>
internal sealed class PublishedStatistics : PublishedKind
{
    public static ListPage ListPage { get; } = new("statistics", "活動統計")
    {
        Component = typeof(StatisticListPage),
        Count = view => view.Report.Statistics.Count,
        Description = view => $"{view.Site.Settings.Center}の相談対応と地域づくりの活動統計",
        OtherNames = _ => ["統計"],
    };

    public override ListPage List => ListPage;

    public override IReadOnlyList<OpenDataTable> Tables => StatisticTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Report.Statistics.Select(s => ((Record)s, HrefOf(s, view)));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Report.Statistics.Select(s => Of(s, view));

    private static string HrefOf(Statistic statistic, ReportView view) => $"{view.Links.Statistics.Href}#{statistic.Id}";

    private static SearchEntry Of(Statistic statistic, ReportView view) => new(SearchKind.Report, HrefOf(statistic, view), statistic.Name)
    {
        Context = $"{view.Links.Statistics.Text}・{statistic.Section}",
        Names = [statistic.Id, $"{statistic.Section} {statistic.Name}", $"{statistic.Section}の件数"],
        Text = $"総数{Texts.Format(statistic.Total)}、{statistic.From.Label}から{statistic.To.Label}まで。"
            + string.Join('、', statistic.Shares.Select(s => $"{s.Label}{Texts.Percent(s.Percent)}%{s.Note}")),
    };
}
