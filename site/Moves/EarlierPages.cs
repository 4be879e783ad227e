using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>Where what stood at the root of the site while a year was the newest stands now: below that year.</summary>
internal sealed class EarlierPages
{
    private readonly Dictionary<string, (FiscalYear Year, Link Page)> last = new(StringComparer.Ordinal);

    /// <param name="view">The newest year; an earlier one never stood where those before it had stood.</param>
    public EarlierPages(ReportView view)
    {
        // Newest first: the last year that has a page stands.
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
