using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Site.Publications;

namespace KawasakiServerless.Site.Rendering.Inputs;

/// <summary>
/// Computes the fingerprint (hash) of the inputs of each page of a reporting year. A page is rendered again only if this hash has changed.
/// For kinds of pages with many instances, such as the pages of initiatives, and for long lists, such as the indicators with a trend, the
/// fingerprint covers exactly what the page shows. For other kinds it covers the whole year or the whole site, so these pages are rendered
/// again after any change of the year or the site. If a fingerprint omits an input, an outdated page stays published. Therefore, if a
/// component starts to read other data from its view, these data must be added here. See
/// docs/decisions/0012-pages-are-rendered-when-their-inputs-are-new.md.
/// </summary>
internal sealed class ReportInputs
{
    private readonly ReportView view;
    private readonly SiteInputs site;
    private readonly RecordFingerprints fingerprints;
    private readonly string frame;
    private readonly Lazy<string> report, collaborations;
    private readonly ConcurrentDictionary<(int, string), string> directions = [];

    public ReportInputs(ReportView view, SiteInputs site)
    {
        (this.view, this.site, fingerprints) = (view, site, site.Fingerprints);
        frame = fingerprints.Of(site.Common, view.Report.ReportingYear, view.Report.Register.ToJson(), view.FirstPublishedAt
            ?? view.LastSubmittedAt, view.NewestFigures, view.Workbooks.Select(w => w.Path));
        report = new(() => fingerprints.Of(frame, ParallelWork.Each(view.Report.Submissions, Of), view.Workbooks,
            site.Site.Content.Projects));
        collaborations = new(() => fingerprints.Of(frame, view.Report.Collaborations));
    }

    /// <summary>
    /// The fingerprint for pages that may show anything of this reporting year's report, and links between the records of a project, but
    /// nothing of other years.
    /// </summary>
    public string Report => report.Value;

    public string Of(Page page) => fingerprints.Of(page.Path, page.Component.Name, view.Names.TitleOf(page.Path, ""), InputsOf(page));

    /// <summary>
    /// The fingerprint of an indicator's data files (CSV, JSON, Excel, chart), which are published in the folder of its page.
    /// </summary>
    public string OfData(Indicator indicator)
    {
        var initiative = view.Report.InitiativeOf(indicator);
        return fingerprints.Of(frame, indicator, initiative.Id, initiative.Text, initiative.Viewpoint, initiative.PolicyArea);
    }

    private string InputsOf(Page page) =>
        page.Component == typeof(CollaborationListPage) || page.Component == typeof(CollaborationMatrixPage)
            ? fingerprints.Of(collaborations.Value, view.PlainSummaries[SectionPage.Collaborations])
            : Of(page.Shown);

    private string Of(object? shown) => shown switch
    {
        InitiativePlace place => Of(place),
        Indicator indicator => Of(indicator),
        Trend trend => Of(trend),
        ListedCollaboration listed => Of(listed),
        CollaborationChoice => collaborations.Value,
        PolicyAreaSummary area => fingerprints.Of(frame, area, view.PlainSummaries[SectionPage.Of(area.Viewpoint.Number, area.Area.Code)]),
        PublicationPart part => Of(part),
        Moved moved => fingerprints.Of(frame, moved),
        _ => view.IsNewest ? site.Everything : Report,
    };

    private string Of(InitiativePlace place) => fingerprints.Of(
        frame,
        place.Area.Viewpoint.Number,
        place.Area.Area.Code,
        place.Initiative,
        place.Indicators,
        Linked(place.Previous),
        Linked(place.Next),
        DirectionsOf(place.Area),
        view.Projects.Of(place.Initiative.Id),
        HistoryOf(RecordKind.Initiative, place.Initiative.Id, place.Indicators));

    private string Of(Indicator indicator)
    {
        var place = view.PlaceOf(indicator);
        return fingerprints.Of(
            frame,
            place.Area.Viewpoint.Number,
            place.Area.Area.Code,
            Linked(place.Initiative),
            view.AskedAbout(place.Initiative).Select(d => d.Code),
            indicator,
            place.Indicators.Where(i => i.Name == indicator.Name),
            HistoryOf(RecordKind.Indicator, indicator.Id, []));
    }

    private string Of(Trend trend) => fingerprints.Of(
        frame,
        view.Report.Indicators.CountBy(i => i.Trend).OrderBy(count => count.Key),
        view.Places.SelectMany(p => p.Indicators.Where(i => i.Trend == trend)
            .Select(i => new { p.Area.Viewpoint.Number, p.Area.Area.Code, Initiative = Linked(p.Initiative), Indicator = i })));

    private string Of(ListedCollaboration listed) => fingerprints.Of(
        frame, listed, Neighbour(listed.Number - 1), Neighbour(listed.Number + 1), view.Projects.Of(listed.Collaboration.Id),
        HistoryOf(RecordKind.Collaboration, listed.Collaboration.Id, []));

    // The page of a publication links each changed record to the record's current address, if the site still shows the record. These
    // addresses are therefore inputs of the page.
    private string Of(PublicationPart part) => fingerprints.Of(
        frame,
        site.Site.Years.Select(y => new { y.Report.ReportingYear, Register = y.Report.Register.ToJson() }),
        part.Number,
        part.Of,
        site.Of(part.Publication),
        site.Site.History?.Publications.Where(p => Math.Abs(p.Number - part.Publication.Number) == 1).Select(site.Of),
        part.Changes.Select(c => site.Site.YearOf(c.Year.ReportingYear)?.Addresses.Find(c.Record.Kind, c.Record.Id)));

    // The page of an initiative shows only the first directions of its policy area, and the number of all of them.
    private string DirectionsOf(PolicyAreaSummary area) => directions.GetOrAdd(
        (area.Viewpoint.Number, area.Area.Code),
        _ => fingerprints.Of(area.Directions.Take(InitiativeSheet.MostDirections), area.Directions.Count));

    private object HistoryOf(RecordKind kind, string id, IEnumerable<Indicator> with) => new
    {
        First = Dated(site.Site.History?.FirstOf(view.Report.ReportingYear)),
        Changes = with.Select(i => i.Id).Prepend(id)
            .SelectMany(x => site.Site.History?.Of(view.Report.ReportingYear, x) ?? [])
            .Select(d => new { Publication = Dated(d.Publication), d.Record }),
        Elsewhere = site.Site.Years.Where(y => y != view).Select(y => y.Addresses.Find(kind, id)),
    };

    private object? Neighbour(int number) =>
        number >= 1 && number <= view.Report.Collaborations.Count
            ? new { view.Report.Collaborations[number - 1].Collaboration.Id, view.Report.Collaborations[number - 1].Collaboration.Name }
            : null;

    private string Of(DepartmentSubmission submission) =>
        fingerprints.Of(submission.Department, submission.Id, submission.SubmittedAt, submission.Records.All);

    private static object? Linked(Initiative? initiative) => initiative is null ? null : new { initiative.Id, initiative.Text };

    private static object? Dated(PublishedChanges? publication) =>
        publication is null ? null : new { publication.Number, publication.PublishedAt };
}
