using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Statistics;
using KawasakiServerless.Site.Topics;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site.Rendering;

/// <summary>The address of a page and the text of a link to it.</summary>
public sealed record Link(string Href, string Text);

/// <summary>
/// The addresses of all pages of a reporting year. The pages of the newest year are at the root, those of an earlier year in a folder named
/// after the year, such as /2017/viewpoints/1/.
/// </summary>
/// <param name="Root">The path of the reporting year's home page: / or /2017/.</param>
public sealed record Links(string Root)
{
    /// <summary>The number of viewpoints in the register.</summary>
    public int ViewpointCount { get; init; } = 5;

    /// <summary>The links of the newest reporting year.</summary>
    public static Links Newest { get; } = new("/");

    // Pages that the site has once, not once per reporting year.
    public static Link Data { get; } = new("/data/", "オープンデータ");

    public static Link Contact { get; } = new("/contact/", "お問い合わせ先");

    public static Link About { get; } = new("/about/", "このサイトについて");

    public static Link Accessibility { get; } = new("/accessibility/", "アクセシビリティ");

    public static Link Search { get; } = new("/search/", "検索");

    public static Link Words { get; } = new("/search/words/", "ことばの索引");

    public static Link Changes { get; } = new("/changes/", "更新の履歴");

    public static Link Compare { get; } = new("/compare/", "年度の比較");

    public static Link Topics { get; } = new("/topics/", "困りごとから探す");

    public static Link Glossary { get; } = new("/glossary/", "用語集");

    /// <summary>The links in the footer of every page, in addition to the menu.</summary>
    public static IReadOnlyList<Link> AtTheFoot { get; } =
        [Data, Search, Words, Changes, Compare, Glossary, About, Accessibility];

    // The first path segments of generated files and pages, without the folders of ListPage.All. A text page written by the municipality
    // must use neither.
    private static readonly HashSet<string> Generated = new(StringComparer.Ordinal)
    {
        "api", "assets", "changes", "compare", "contact", "data", "departments", "glossary", "index", "initiatives", "search", "staff",
        "status", "topics", "viewpoints",
    };

    /// <summary>Whether a name below the root is reserved for generated pages.</summary>
    public static bool IsGenerated(string name) => Generated.Contains(name) || ListPage.All.Any(list => list.Folder == name);

    public Link Home => new(Root, "ホーム");

    public Link Viewpoints => At("viewpoints/", Register.NameOfViewpoints(ViewpointCount));

    public Link Indicators => To(PublishedIndicators.ListPage);

    public Link Collaborations => To(PublishedCollaborations.ListPage);

    public Link CollaborationMatrix => At("collaborations/matrix/", "主管×連携先の表");

    public Link Departments => At("departments/", "局・区役所");

    public Link Wards => To(PublishedWardActivities.ListPage);

    public Link Statistics => To(PublishedStatistics.ListPage);

    public Link Status => At("status/", "報告の状況");

    public Link Report => To(PublishedPassages.ListPage);

    /// <summary>
    /// The menu: topics first and contacts last, because most readers come with a need. It has no more links than fit into one line of a
    /// window of 1024 pixels, so the open data are linked at the foot.
    /// </summary>
    public IReadOnlyList<Link> Menu =>
        [Topics, Viewpoints, Indicators, Collaborations, Departments, Wards, Statistics, Report, Contact];

    /// <summary>The links of an earlier reporting year.</summary>
    public static Links Of(FiscalYear year) => new($"/{Number(year.Year)}/");

    public Link To(Viewpoint viewpoint) =>
        At($"viewpoints/{Number(viewpoint.Number)}/", $"視点{Number(viewpoint.Number)} {viewpoint.ShortName}");

    /// <summary>
    /// The link to the page of a policy area under a viewpoint. Its text includes the viewpoint, because several viewpoints may contain the
    /// same policy area.
    /// </summary>
    public Link To(Viewpoint viewpoint, PolicyArea area) => new($"{To(viewpoint).Href}{area.Code}/", $"{area.Name}（{To(viewpoint).Text}）");

    internal Link To(ListPage list) => At($"{list.Folder}/", list.Name);

    public Link To(Initiative initiative) => At($"initiatives/{initiative.Id}/", initiative.Text);

    public Link To(Indicator indicator) => At($"indicators/{indicator.Id}/", indicator.FullName);

    /// <summary>The link to the list of indicators with this trend.</summary>
    public Link ToTrend(Trend trend) => At($"indicators/trends/{trend.Css()}/", trend.ListTitle());

    /// <summary>The link to the section for one viewpoint in the list of indicators with this trend.</summary>
    public Link ToTrend(Trend trend, Viewpoint viewpoint) =>
        new($"{ToTrend(trend).Href}#{IndicatorIndex.Anchor(viewpoint)}", $"{To(viewpoint).Text}の{trend.ListTitle()}");

    public Link To(Collaboration collaboration) => At($"collaborations/{collaboration.Id}/", collaboration.Name);

    public Link To(CollaborationChoice choice) =>
        At($"collaborations/{PathOf("lead", choice.Lead?.Code)}{PathOf("partner", choice.Partner?.Code)}", choice.Title);

    public Link To(Department department) => At($"departments/{department.Code}/", department.Name);

    public Link To(ReportDocumentView document) => At($"report/{document.Slug}/", document.Label);

    public Link ToWard(Department ward) => At($"wards/{ward.Code}/", ward.Ward ?? ward.Name);

    internal static Link ToTopic(Topic topic) => new($"{Topics.Href}{topic.Slug}/", topic.Title);

    /// <param name="part">The page number, from 1: the changes of a large publication are split into several pages.</param>
    public static Link To(PublishedChanges publication, int part = 1) =>
        new($"{Changes.Href}{Number(publication.Number)}/{(part == 1 ? "" : $"{Number(part)}/")}", publication.Title());

    /// <summary>The link to an archive page, which lists old publications.</summary>
    public static Link ToArchive(int page)
    {
        var last = page * HistoryView.LinesOnAPage;
        return new($"{Changes.Href}archive/{Number(page)}/", $"第{Number(last - HistoryView.LinesOnAPage + 1)}回から第{Number(last)}回までの更新");
    }

    /// <summary>The link to the page that compares two consecutive reporting years of the site.</summary>
    public static Link ToComparison(FiscalYear earlier, FiscalYear later) =>
        new($"{Compare.Href}{Number(earlier.Year)}/", $"{earlier.Label}と{later.Label}の報告の比較");

    private Link At(string path, string text) => new(Root + path, text);

    private static string PathOf(string side, string? code) => code is null ? "" : $"{side}/{code}/";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
