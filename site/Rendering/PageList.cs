using KawasakiServerless.Domain;
using KawasakiServerless.Site.About;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Comparisons;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Departments;
using KawasakiServerless.Site.Glossary;
using KawasakiServerless.Site.Home;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Reporting;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.Statistics;
using KawasakiServerless.Site.TextPages;
using KawasakiServerless.Site.Topics;
using KawasakiServerless.Site.Viewpoints;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site;

/// <summary>Every page of the site.</summary>
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
            Page.Of<IndicatorListPage>(links.Indicators.Href),
            .. TrendWords.All.Select(t => Page.Of<TrendPage>(links.ToTrend(t).Href, nameof(TrendPage.Trend), t)),
            Page.Of<CollaborationListPage>(links.Collaborations.Href),
            Page.Of<CollaborationMatrixPage>(links.CollaborationMatrix.Href),
            Page.Of<DepartmentListPage>(links.Departments.Href),
            Page.Of<WardListPage>(links.Wards.Href),
            Page.Of<StatusPage>(links.Status.Href),
            Page.Of<StatisticListPage>(links.Statistics.Href),
            Page.Of<DocumentListPage>(links.Report.Href),
            .. view.Viewpoints.SelectMany(v => OfViewpoint(v, links)),
            .. view.Places.Select(p => Page.Of<InitiativePage>(links.To(p.Initiative).Href, nameof(InitiativePage.Place), p)),
            .. view.Places.SelectMany(p => p.Indicators).Select(i => Page.Of<IndicatorPage>(links.To(i).Href, nameof(IndicatorPage.Indicator), i)),
            .. view.Report.Collaborations.Select(c =>
                Page.Of<CollaborationPage>(links.To(c.Collaboration).Href, nameof(CollaborationPage.Listed), c)),
            .. view.Matrix.Choices.Select(c => Page.Of<CollaborationChoicePage>(links.To(c).Href, nameof(CollaborationChoicePage.Choice), c)),
            .. view.Departments.Select(d => Page.Of<DepartmentPage>(links.To(d).Href, nameof(DepartmentPage.Department), d)),
            .. view.Wards.Select(w => Page.Of<WardPage>(links.ToWard(w).Href, nameof(WardPage.Ward), w)),
            .. view.Documents.Select(d => Page.Of<DocumentPage>(links.To(d).Href, nameof(DocumentPage.Document), d)),
        ];
    }

    /// <summary>The pages that stand once, whatever the number of years.</summary>
    public static IEnumerable<Page> OfSite(SiteView site) =>
    [
        Page.Of<PublicationListPage>(Links.Changes.Href),
        .. site.History is { } history ? OfHistory(history) : [],
        Page.Of<ComparisonPage>(Links.Compare.Href),
        .. YearPair.AllOf(site).Select(p => Page.Of<YearComparisonPage>(p.Link.Href, nameof(YearComparisonPage.Pair), p)),
        Page.Of<CataloguePage>(Links.Data.Href),
        .. OpenDataFile.All.Select(f => Page.Of<TablePage>(f.Href, nameof(TablePage.File), f)),
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
    /// Addresses that have no page any more and lead on. They are no pages of their own: the sitemap does not name them.
    /// </summary>
    public static IEnumerable<Page> OfMoved(ReportView view, IReadOnlyList<Page> own) =>
        [.. new MovedAddresses(view, own).All().Select(m => Page.Of<MovedPage>(m.Path, nameof(MovedPage.Moved), m))];

    private static IEnumerable<Page> OfHistory(HistoryView history) =>
    [
        .. history.Publications.SelectMany(PublicationPart.AllOf)
            .Select(p => Page.Of<PublicationPage>(Links.To(p.Publication, p.Number).Href, nameof(PublicationPage.Part), p)),
        .. Enumerable.Range(1, history.Archives).Select(n => Page.Of<PublicationArchivePage>(Links.ToArchive(n).Href, nameof(PublicationArchivePage.Number), n)),
    ];

    private static IEnumerable<Page> OfViewpoint(ViewpointSummary summary, Links links) =>
    [
        Page.Of<ViewpointPage>(links.To(summary.Viewpoint).Href, nameof(ViewpointPage.Summary), summary),
        .. summary.Areas.Select(a => Page.Of<PolicyAreaPage>(links.To(summary.Viewpoint, a.Area).Href, nameof(PolicyAreaPage.Summary), a)),
    ];
}
