using KawasakiServerless.Domain;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Publications;

namespace KawasakiServerless.Site.Rendering;

/// <summary>All reporting years of the site, with the data that pages of several years share: contacts, history and settings.</summary>
public sealed class SiteView
{
    public SiteView(SiteInput input, SiteOptions options)
    {
        (Input, Options) = (input, options);
        History = input.History is null ? null : new(input.History);
        Contacts = new(input.Newest.Register, options.Content.Settings.Center);
        Newest = new(input.Newest, this);
        Years = [Newest, .. input.Earlier.Select(r => new ReportView(r, this))];
    }

    public SiteInput Input { get; }

    public SiteOptions Options { get; }

    public SiteContent Content => Options.Content;

    public ContentSettings Settings => Content.Settings;

    internal SiteAssets Assets => Content.Assets;

    public ReportView Newest { get; }

    /// <summary>The contacts in the newest year's register. The pages of earlier years show them too.</summary>
    public ContactBook Contacts { get; }

    /// <summary>The recorded publications; null when none are recorded, as in a site that the `build` command writes to a folder.</summary>
    public HistoryView? History { get; }

    /// <summary>All reporting years of the site, newest first.</summary>
    public IReadOnlyList<ReportView> Years { get; }

    /// <summary>Null when the year is not on the site.</summary>
    public ReportView? YearOf(FiscalYear year) => Years.FirstOrDefault(y => y.Report.ReportingYear == year);

    public Links LinksOf(FiscalYear year) => (year == Input.Newest.ReportingYear ? Links.Newest : Links.Of(year)) with
    {
        ViewpointCount = Input.Years.FirstOrDefault(r => r.ReportingYear == year)?.Register.Viewpoints.Count ?? 0,
    };
}
