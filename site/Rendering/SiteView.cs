using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Every reporting year of the site, with the look-ups that its pages need.</summary>
public sealed class SiteView
{
    public SiteView(SiteInput input, SiteOptions options)
    {
        (Input, Options) = (input, options);
        Newest = new(input.Newest, this);
        Years = [Newest, .. input.Earlier.Select(r => new ReportView(r, this))];
    }

    public SiteInput Input { get; }

    public SiteOptions Options { get; }

    public ReportView Newest { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReportView> Years { get; }

    public Links LinksOf(FiscalYear year) => year == Input.Newest.ReportingYear ? Links.Newest : Links.Of(year);
}
