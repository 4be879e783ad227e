using KawasakiServerless.Domain;
using KawasakiServerless.Site.About;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Departments;
using KawasakiServerless.Site.Home;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Statistics;
using KawasakiServerless.Site.Viewpoints;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site;

/// <summary>Every page of a report.</summary>
internal static class PageList
{
    public static IEnumerable<Page> Of(ReportView view) =>
    [
        Page.Of<HomePage>(Links.Home.Href),
        Page.Of<ViewpointListPage>(Links.Viewpoints.Href),
        Page.Of<IndicatorListPage>(Links.Indicators.Href),
        Page.Of<CollaborationListPage>(Links.Collaborations.Href),
        Page.Of<DepartmentListPage>(Links.Departments.Href),
        Page.Of<WardListPage>(Links.Wards.Href),
        Page.Of<StatisticListPage>(Links.Statistics.Href),
        Page.Of<DocumentListPage>(Links.Report.Href),
        Page.Of<CataloguePage>(Links.Data.Href),
        Page.Of<AboutPage>(Links.About.Href),
        Page.Of<NotFoundPage>(Page.NotFound),
        .. view.Viewpoints.SelectMany(OfViewpoint),
        .. view.Places.Select(p => Page.Of<InitiativePage>(Links.To(p.Initiative).Href, nameof(InitiativePage.Place), p)),
        .. view.Places.SelectMany(p => p.Indicators).Select(i => Page.Of<IndicatorPage>(Links.To(i).Href, nameof(IndicatorPage.Indicator), i)),
        .. view.Report.Collaborations.Select(c =>
            Page.Of<CollaborationPage>(Links.To(c.Collaboration).Href, nameof(CollaborationPage.Listed), c)),
        .. view.Departments.Select(d => Page.Of<DepartmentPage>(Links.To(d).Href, nameof(DepartmentPage.Department), d)),
        .. view.Wards.Select(w => Page.Of<WardPage>(Links.ToWard(w).Href, nameof(WardPage.Ward), w)),
        .. view.Documents.Select(d => Page.Of<DocumentPage>(d.Link.Href, nameof(DocumentPage.Document), d)),
    ];

    private static IEnumerable<Page> OfViewpoint(ViewpointSummary summary) =>
    [
        Page.Of<ViewpointPage>(Links.To(summary.Viewpoint).Href, nameof(ViewpointPage.Summary), summary),
        .. summary.Areas.Select(a => Page.Of<PolicyAreaPage>(Links.To(summary.Viewpoint, a.Area).Href, nameof(PolicyAreaPage.Summary), a)),
    ];
}
