using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Finds redirects for addresses that have no page now: those that had a page while an earlier year was the newest, and those of removed
/// topics and texts. A page about an abolished department redirects to the same page of its successor, or else to the successor's
/// department page, or to the list of departments if there is no successor. Of several successors, readers choose one. A record that the
/// successor continues to report needs no redirect, because it keeps its id (管理番号) and therefore its address. A removed topic or text
/// redirects to a page that still exists (see RemovedTexts). Any other address redirects to the most recent year that has the page.
/// </summary>
internal sealed class MovedAddresses
{
    private readonly ReportView view;
    private readonly HashSet<string> pages;
    private readonly EarlierPages earlier;
    private readonly Dictionary<string, Succession> ended;

    /// <param name="view">The reporting year whose addresses are redirected.</param>
    /// <param name="pages">All pages that the year has itself.</param>
    public MovedAddresses(ReportView view, IEnumerable<Page> pages)
    {
        this.view = view;
        this.pages = pages.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        earlier = new(view);
        ended = view.Report.Register.Ends().GroupBy(s => s.Code).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    }

    public IEnumerable<Moved> All() =>
        ended.Values.SelectMany(PagesOf).Concat(earlier.Paths).Concat(view.IsNewest ? view.Site.Input.EarlierTexts : [])
            .Distinct().Where(path => !pages.Contains(path)).Order(StringComparer.Ordinal)
            .Select(Of);

    // The addresses of the pages that an abolished department may have had, even if the site no longer contains a year with these pages.
    private IEnumerable<string> PagesOf(Succession department) =>
    [
        $"{view.Links.Departments.Href}{department.Code}/",
        .. department.Ward is null ? (string[])[] : [$"{view.Links.Wards.Href}{department.Code}/"],
        $"{view.Links.Collaborations.Href}lead/{department.Code}/",
        $"{view.Links.Collaborations.Href}partner/{department.Code}/",
    ];

    private Moved Of(string path) => EndedIn(path) is { } department
        ? new(path, department.Name, FiscalYear.Of(department.From), [.. Targets(path, department)])
        : earlier.Find(path) ?? RemovedTexts.Of(path);

    // The abolished department in an address. Only the folders of departments, wards and collaborations contain codes of departments; in
    // other folders, the same code may be that of a policy area or a document.
    private Succession? EndedIn(string path) =>
        new[] { view.Links.Departments, view.Links.Wards, view.Links.Collaborations }
            .Any(l => path.StartsWith(l.Href, StringComparison.Ordinal))
            ? path.Split('/').Select(part => ended.GetValueOrDefault(part)).FirstOrDefault(s => s is not null)
            : null;

    private IEnumerable<Link> Targets(string path, Succession department)
    {
        List<Link> same = [.. Renamed(path).Where(l => pages.Contains(l.Href))];
        if (same.Count > 0)
            return same;
        var successors = view.Report.Register.SuccessorsOf(department.Code);
        return successors.Count > 0 ? successors.Select(view.Links.To) : [view.Links.Departments];
    }

    // Replaces the code of an abolished department in a path by the code of each successor. A path with two abolished departments is
    // replaced by a path for each pair of successors.
    private IEnumerable<Link> Renamed(string path) => path.Trim('/').Split('/').Aggregate((IEnumerable<Link>)[new("/", "")], Renamed);

    private IEnumerable<Link> Renamed(IEnumerable<Link> begun, string part) => ended.ContainsKey(part)
        ? begun.SelectMany(_ => view.Report.Register.SuccessorsOf(part),
            (b, s) => new Link($"{b.Href}{s.Code}/", b.Text.Length == 0 ? s.Name : $"{b.Text}、{s.Name}"))
        : begun.Select(b => b with { Href = $"{b.Href}{part}/" });
}
