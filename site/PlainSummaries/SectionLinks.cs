using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.PlainSummaries;

/// <summary>
/// The addresses of the pages that can have a plain-language summary (やさしい日本語), which the coordinator (the department in charge of the
/// whole report) reports. A policy area or document without records has no page and therefore no address.
/// </summary>
public static class SectionLinks
{
    /// <summary>The anchor of the plain-language summary on its page.</summary>
    public const string Anchor = "plain-language";

    public static IEnumerable<(SectionPage Page, Link Link)> Of(ReportView view)
    {
        var links = view.Links;
        return
        [
            (SectionPage.Home, links.Home),
            (SectionPage.Viewpoints, links.Viewpoints),
            .. view.Viewpoints.SelectMany(v => v.Areas)
                .Select(a => (SectionPage.Of(a.Viewpoint.Number, a.Area.Code), links.To(a.Viewpoint, a.Area))),
            .. view.Viewpoints.Select(v => (SectionPage.Of(v.Viewpoint.Number), links.To(v.Viewpoint))),
            (SectionPage.Indicators, links.Indicators),
            (SectionPage.Collaborations, links.Collaborations),
            (SectionPage.Departments, links.Departments),
            (SectionPage.Wards, links.Wards),
            .. view.Wards.Select(w => (SectionPage.OfWard(w.Code), links.ToWard(w))),
            (SectionPage.Statistics, links.Statistics),
            (SectionPage.Documents, links.Report),
            .. view.Documents.Select(d => (SectionPage.OfDocument(d.Code), links.To(d))),
        ];
    }
}
