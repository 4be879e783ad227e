using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>
/// The input of the public site: the report of each reporting year that the coordinator (the staff in charge of the whole report) has
/// released for publication.
/// </summary>
/// <param name="Newest">The report of the newest year, which is published at the root of the site.</param>
/// <param name="Earlier">The reports of earlier years, newest first, each published in a folder named after its year.</param>
public sealed record SiteInput(Report Newest, EquatableList<Report> Earlier)
{
    /// <summary>
    /// The changes in the publication for which the site is rendered and in earlier publications; null if no history is recorded, as in a
    /// site that the `build` command writes to a folder.
    /// </summary>
    public History? History { get; init; }

    /// <summary>
    /// The copies of the departments' workbooks that readers can download, for all years. Pages link to the copies, but the copies are not
    /// among the rendered files.
    /// </summary>
    public EquatableList<PublishedWorkbook> Workbooks { get; init; } = [];

    /// <summary>
    /// The addresses of the topics and texts that the previously published site had, as <see cref="Moves.RemovedTexts.AddressesIn"/> finds
    /// them. The rendered site redirects those addresses at which it has no page.
    /// </summary>
    public EquatableList<string> EarlierTexts { get; init; } = [];

    /// <summary>All reports, newest first.</summary>
    public IEnumerable<Report> Years => Earlier.Prepend(Newest);

    /// <summary>Creates the input from at least one report, in any order.</summary>
    public static SiteInput Of(IEnumerable<Report> reports)
    {
        var newestFirst = reports.OrderByDescending(r => r.ReportingYear).ToList();
        return new(newestFirst[0], [.. newestFirst.Skip(1)]);
    }
}
