using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Glossary;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Collects all search entries of a reporting year. Entries of records and of their lists come from PublishedKind and ListPage; the entry
/// of any other page must be added here.
/// </summary>
internal static class SearchEntries
{
    public static IEnumerable<SearchEntry> Of(ReportView view) =>
    [
        .. SitePages(view.Links, view),
        .. view.Site.Content.Pages.SelectMany(p => TextPageEntries.Of(p, view)),
        .. view.Site.Content.Topics.Select(Of),
        .. OpenDataTable.Descriptions.Select(Of),
        .. view.Site.Content.Glossary.All.Select(Of),
        .. view.Viewpoints.SelectMany(v => ViewpointEntries.Of(v, view)),
        .. PublishedKind.All.SelectMany(kind => kind.Entries(view)),
        .. view.Departments.Select(d => PlaceEntries.Of(d, view)),
        .. ContactEntries.Of(view),
    ];

    private static IEnumerable<SearchEntry> SitePages(Links links, ReportView view) =>
    [
        Page(links.Home, $"{view.Site.Settings.SiteName}。{links.Viewpoints.Text}、ロードマップ、区と局から探す。", "トップページ"),
        Page(links.Viewpoints, $"地域包括ケアシステムの取組を見る{links.Viewpoints.Text}と、施策ごとの取組・指標の数。", "視点", "五つの視点"),
        .. ListPage.All.Select(list => list.EntryIn(view)),
        .. TrendWords.All.Select(t => Page(links.ToTrend(t), $"推移が「{t.Word()}」の指標の、年度ごとの値。")),
        Page(links.CollaborationMatrix, "主管の局・区と連携先の組み合わせごとの、連携取組の数。", "連携の表", "マトリックス"),
        Page(links.Departments, "局と区役所の一覧と、報告の提出の状況。", "局", "区役所", "組織", "部署"),
        Page(links.Status, "どの局・区役所がいつ報告を提出し、何がまだ報告されていないか。", "提出の状況", "未提出", "報告していない局"),
        Page(Links.Data, "CSVとJSONで、すべての行を公開しています。ダウンロード。", "CSV", "JSON", "ダウンロード", "データ"),
        new(SearchKind.Site, $"{Links.Data.Href}#terms", "利用の条件")
        {
            Context = Links.Data.Text, Text = "データのライセンス、出典の書き方、二次利用。", Names = ["利用条件"],
        },
        Page(Links.Topics, "暮らしの中の困りごとから、取組、数値、区の取組、お問い合わせ先を探す。", "困りごと", "悩み"),
        Page(Links.Glossary, "報告に出てくることばを、やさしく説明します。", "用語", "ことばの説明", "用語の説明"),
        Page(Links.Changes, "公開するたびに、何が加わり、何が変わり、何がなくなったか。", "変更", "更新", "新着"),
        Page(Links.Compare, "年度と年度、報告と報告を並べて比べます。", "比較", "前年度との比較"),
        Page(Links.Search, "言葉で取組や指標を探す。"),
        Page(Links.Words, "言葉の五十音順の索引。", "索引", "五十音"),
    ];

    private static SearchEntry Page(Link link, string text, params IReadOnlyList<string> names) =>
        new(SearchKind.Site, link.Href, link.Text) { Text = text, Names = names };

    private static SearchEntry Of(OpenDataFile file) => new(SearchKind.Site, file.Href, file.PageTitle)
    {
        Context = Links.Data.Text,
        Names = [file.Name],
        Text = $"{file.Row}{string.Join('、', file.Columns.Select(c => c.Meaning))}",
    };

    private static SearchEntry Of(Topic topic) => new(SearchKind.Site, Links.ToTopic(topic).Href, topic.Title)
    {
        Context = Links.Topics.Text,
        Names = [.. topic.FoundBy, topic.Slug.Replace('-', ' ')],
        Text = $"{topic.Lead}{topic.Description}",
    };

    private static SearchEntry Of(GlossaryTerm term) => new(SearchKind.Term, term.Href, term.Term)
    {
        Context = $"{Links.Glossary.Text} {term.English}",
        Names = [term.Reading, term.English, term.Code.Replace('-', ' '), .. term.Also],
        Text = term.Meaning,
    };
}
