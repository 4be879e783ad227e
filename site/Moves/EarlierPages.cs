using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Finds, for an address at the root of the site, the most recent earlier year that has the page. While that year was the newest, its pages
/// were at the root; now they are in the folder of the year, to which the old addresses redirect.
/// </summary>
internal sealed class EarlierPages
{
    private readonly Dictionary<string, (FiscalYear Year, Link Page)> last = new(StringComparer.Ordinal);

    /// <param name="view">A reporting year. If it is not the newest, no page is found, because only the newest year's pages are at the
    /// root.</param>
    public EarlierPages(ReportView view)
    {
        // The years are ordered newest first, and TryAdd ignores later calls for an address, so the page of the most recent year is used.
        foreach (var year in view.IsNewest ? view.Site.Years.Skip(1) : [])
        {
            foreach (var page in PageList.Of(year))
                last.TryAdd(Links.Newest.Root + page.Path[year.Links.Root.Length..], (year.Report.ReportingYear, LinkTo(year, page.Path)));
        }
    }

    public IEnumerable<string> Paths => last.Keys;

    public Moved? Find(string path) => last.TryGetValue(path, out var found) ? new(path, null, found.Year, [found.Page]) : null;

    private static Link LinkTo(ReportView year, string path) =>
        new(path, $"{year.Names.TitleOf(path, path)}（{year.Report.ReportingYear.EraLabel}）");
}
