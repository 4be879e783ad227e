using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Maps addresses that were at the root of the site while an earlier year was the newest to the same page below that year.
/// </summary>
internal sealed class EarlierPages
{
    private readonly Dictionary<string, (FiscalYear Year, Link Page)> last = new(StringComparer.Ordinal);

    /// <param name="view">The newest year. For any other year the map is empty, because the pages of still earlier years were never below
    /// that year.</param>
    public EarlierPages(ReportView view)
    {
        // Newest first, so that the last year that has a page wins.
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
