using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Publications;

namespace KawasakiServerless.Site.Rendering.Inputs;

/// <summary>
/// Computes the fingerprints (hashes) of inputs that are not specific to a reporting year. <see cref="Common"/> covers what appears on all
/// pages, such as the settings, the glossary, the contacts, the list of years and the feeds, and the version of the code.
/// </summary>
internal sealed class SiteInputs
{
    private readonly Lazy<string> everything;
    private readonly Dictionary<ReportView, ReportInputs> years;
    private readonly ConcurrentDictionary<int, string> publications = [];

    public SiteInputs(SiteView site)
    {
        Site = site;
        Common = Fingerprint.Of(
            SiteRenderer.Version,
            site.Options,
            site.Settings,
            site.Assets.Paths,
            site.Content.Glossary.All,
            site.Content.OtherPages,
            site.Contacts,
            site.Years.Select(y => y.Report.ReportingYear),
            site.History is not null,
            Feeds.All(site));
        years = site.Years.ToDictionary(y => y, y => new ReportInputs(y, this));
        everything = new(() => Fingerprint.Of(Common, site.Options.Content.Fingerprint, site.Years
            .Select(y => Of(y).Report), site.History?.Publications.Select(Of)));
    }

    public SiteView Site { get; }

    /// <summary>Shared by all reporting years.</summary>
    public RecordFingerprints Fingerprints { get; } = new();

    public string Common { get; }

    /// <summary>The fingerprint for pages that may show any data: that of any year, any content file and any publication.</summary>
    public string Everything => everything.Value;

    public ReportInputs Of(ReportView year) => years[year];

    /// <summary>The fingerprint of a publication with all its changes, which is computed once for all pages that show it.</summary>
    public string Of(PublishedChanges publication) =>
        publications.GetOrAdd(publication.Number, static (_, p) => Fingerprint.Of(p), publication);
}
