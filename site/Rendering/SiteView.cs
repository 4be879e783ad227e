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

    /// <summary>
    /// The name that a department had in a reporting year, and the address of its page of that year. The register of the newest year is
    /// used if the year is not on the site. The address is null if the department had ended; for an unknown code, the name is the code.
    /// </summary>
    internal (string Name, string? Href) DepartmentIn(FiscalYear year, string code)
    {
        var (register, links) = YearOf(year) is { } view ? (view.Report.Register, view.Links) : (Newest.Report.Register, Newest.Links);
        return register.FindDepartment(code) is { } department
            ? (department.Name, links.To(department).Href)
            : (register.Ends().FirstOrDefault(s => s.Code == code)?.Name ?? code, null);
    }

    public Links LinksOf(FiscalYear year) => (year == Input.Newest.ReportingYear ? Links.Newest : Links.Of(year)) with
    {
        ViewpointCount = Input.Years.FirstOrDefault(r => r.ReportingYear == year)?.Register.Viewpoints.Count ?? 0,
    };
}
