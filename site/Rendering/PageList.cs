using KawasakiServerless.Site.About;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Comparisons;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Departments;
using KawasakiServerless.Site.Glossary;
using KawasakiServerless.Site.Home;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Reporting;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.TextPages;
using KawasakiServerless.Site.Topics;
using KawasakiServerless.Site.Viewpoints;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Lists all pages of the site, whether they are rendered or reused from an earlier rendering.</summary>
internal static class PageList
{
    /// <summary>The pages of one reporting year.</summary>
    public static IEnumerable<Page> Of(ReportView view)
    {
        var links = view.Links;
        return
        [
            Page.Of<HomePage>(links.Home.Href),
            Page.Of<ViewpointListPage>(links.Viewpoints.Href),
            .. view.Viewpoints.Select(v => Page.Of<ViewpointPage>(links.To(v.Viewpoint).Href, nameof(ViewpointPage.Summary), v)),
            .. view.Viewpoints.SelectMany(v => v.Areas)
                .Select(a => Page.Of<PolicyAreaPage>(links.To(a.Viewpoint, a.Area).Href, nameof(PolicyAreaPage.Summary), a)),
            Page.Of<DepartmentListPage>(links.Departments.Href),
            .. view.Departments.Select(d => Page.Of<DepartmentPage>(links.To(d).Href, nameof(DepartmentPage.Department), d)),
            Page.Of<StatusPage>(links.Status.Href),
            .. ListPage.All.Select(list => list.PageIn(view)),
            .. PublishedKind.All.SelectMany(kind => kind.Pages(view)),
        ];
    }

    /// <summary>The pages that the site has once, not once per reporting year.</summary>
    public static IEnumerable<Page> OfSite(SiteView site) =>
    [
        Page.Of<PublicationListPage>(Links.Changes.Href),
        .. site.History is { } history ? OfHistory(history) : [],
        Page.Of<ComparisonPage>(Links.Compare.Href),
        .. YearPair.AllOf(site).Select(p => Page.Of<YearComparisonPage>(p.Link.Href, nameof(YearComparisonPage.Pair), p)),
        Page.Of<CataloguePage>(Links.Data.Href),
        .. OpenDataTable.Descriptions.Select(f => Page.Of<TablePage>(f.Href, nameof(TablePage.File), f)),
        Page.Of<TopicListPage>(Links.Topics.Href),
        .. site.Content.Topics.Select(t => Page.Of<TopicPage>(Links.ToTopic(t).Href, nameof(TopicPage.Topic), t)),
        Page.Of<GlossaryPage>(Links.Glossary.Href),
        Page.Of<SearchPage>(Links.Search.Href),
        Page.Of<WordIndexPage>(Links.Words.Href),
        Page.Of<ContactPage>(Links.Contact.Href),
        .. site.Content.Pages.Select(p => Page.Of<WrittenPage>(p.Link.Href, nameof(WrittenPage.Page), p)),
        Page.Of<NotFoundPage>(Page.NotFound),
    ];

    /// <summary>
    /// The pages that only redirect, at addresses whose former page no longer exists. The sitemap does not list them.
    /// </summary>
    public static IEnumerable<Page> OfMoved(ReportView view, IReadOnlyList<Page> own) =>
        [.. new MovedAddresses(view, own).All().Select(m => Page.Of<MovedPage>(m.Path, nameof(MovedPage.Moved), m))];

    private static IEnumerable<Page> OfHistory(HistoryView history) =>
    [
        .. history.Publications.SelectMany(PublicationPart.AllOf)
            .Select(p => Page.Of<PublicationPage>(Links.To(p.Publication, p.Number).Href, nameof(PublicationPage.Part), p)),
        .. Enumerable.Range(1, history.Archives)
            .Select(n => Page.Of<PublicationArchivePage>(Links.ToArchive(n).Href, nameof(PublicationArchivePage.Number), n)),
    ];
}
