using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Keeps the addresses of departments that ended. A page about the department leads to the same page of its successor; a record that the
/// successor reports keeps its 管理番号 and so its address; one that it does not report any more leads to where it last stood.
/// </summary>
internal sealed class MovedAddresses
{
    private readonly ReportView view;
    private readonly Dictionary<string, string> pages;
    private readonly Lazy<ILookup<string, string>> earlier;

    /// <param name="view">The year.</param>
    /// <param name="pages">Its own pages.</param>
    public MovedAddresses(ReportView view, IEnumerable<Page> pages)
    {
        this.view = view;
        this.pages = pages.DistinctBy(p => p.Path).ToDictionary(p => p.Path, p => p.Path, StringComparer.Ordinal);
        earlier = new(PagesOfEarlierYears);
    }

    public IEnumerable<Moved> All() =>
        view.Report.Register.Ends().SelectMany(Of).DistinctBy(m => m.Path).OrderBy(m => m.Path, StringComparer.Ordinal);

    private IEnumerable<Moved> Of(Succession ended) =>
        from path in PagesOf(ended).Concat(view.IsNewest ? PagesBefore(ended) : []).Distinct()
        where !pages.ContainsKey(path)
        select new Moved(path, ended.Name, FiscalYear.Of(ended.From), [.. Targets(path, ended)]);

    // Those that every department has or may have, whatever the years on the site.
    private IEnumerable<string> PagesOf(Succession ended) =>
    [
        $"{view.Links.Departments.Href}{ended.Code}/",
        .. ended.Ward is null ? (string[])[] : [$"{view.Links.Wards.Href}{ended.Code}/"],
        $"{view.Links.Collaborations.Href}lead/{ended.Code}/",
        $"{view.Links.Collaborations.Href}partner/{ended.Code}/",
    ];

    private IEnumerable<string> PagesBefore(Succession ended) => earlier.Value.Select(p => p.Key).Where(path => IsOf(path, ended.Code));

    private static bool IsOf(string path, string code) =>
        path.Split('/').Any(part => part == code || (RecordId.TryParse(InitiativeOf(part), out var id) && id.Department == code));

    // zaisei-0007 of the indicator zaisei-0007-2.
    private static string InitiativeOf(string part) => part.Split('-') is [var code, var number, _] ? $"{code}-{number}" : part;

    private IEnumerable<Link> Targets(string path, Succession ended)
    {
        var successors = view.Report.Register.SuccessorsOf(ended.Code);
        List<Link> same =
            [.. successors.Select(s => new Link(Renamed(path, ended.Code, s.Code), s.Name)).Where(l => pages.ContainsKey(l.Href))];
        if (same.Count > 0)
            return same;
        if (!path.Contains($"/{ended.Code}/", StringComparison.Ordinal) && earlier.Value[path].FirstOrDefault() is { } last)
            return [new(last, $"{ended.Name}の報告")];
        return successors.Count > 0 ? successors.Select(view.Links.To) : [view.Links.Departments];
    }

    private static string Renamed(string path, string from, string to) =>
        string.Join('/', path.Split('/').Select(part => part == from ? to : part));

    // The path as it stood while the year was the newest, and where it stands now; the latest year first.
    private ILookup<string, string> PagesOfEarlierYears() =>
        (from year in view.Site.Years.Where(y => y.Report.ReportingYear < view.Report.ReportingYear)
         from page in PageList.Of(year)
         select (Before: Links.Newest.Root + page.Path[year.Links.Root.Length..], Now: page.Path))
            .ToLookup(p => p.Before, p => p.Now, StringComparer.Ordinal);
}
