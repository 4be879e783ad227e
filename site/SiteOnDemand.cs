using KawasakiServerless.Domain;
using KawasakiServerless.Site.Projects;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site;

/// <summary>A site whose files are each rendered once, on the first request.</summary>
public sealed class SiteOnDemand
{
    private static readonly SiteFile Page = new("", "", "", default);

    private readonly SiteView site;
    private readonly Lazy<Dictionary<string, (ReportView Year, Page Page)>> pages;
    private readonly Lazy<Task<Dictionary<string, SiteFile>>> others;

    public SiteOnDemand(SiteInput input, SiteOptions options)
    {
        site = new(input, options);
        pages = new(() => site.Years.SelectMany(year => WithMoved(year, [.. SiteRenderer.PagesOf(year)]).Select(page => (year, page)))
            .ToDictionary(p => p.page.File, StringComparer.Ordinal));
        // The search index, open data and feeds are made together: all of them take little longer than one.
        others = new(async () => (await SiteRenderer.RenderAsync(input, options, new SiteSink<SiteFile>(file => file, (_, _) => Page),
            CancellationToken.None))
            .Where(f => !ReferenceEquals(f, Page)).ToDictionary(f => f.Path, StringComparer.Ordinal));
    }

    /// <summary>Irregularities in the content that do not block publication.</summary>
    public IEnumerable<string> Warnings =>
    [
        .. TopicWarnings.Of(site.Newest),
        .. site.Newest.Projects.Unknown.Select(id => $"input/{ProjectFile.Name}: the report has no record {id}."),
    ];

    /// <summary>Records that may be one project but are not confirmed.</summary>
    public IReadOnlyList<Project> ProposedProjects => ProjectProposals.Of(site.Newest);

    /// <param name="path">The path of the file: departments/kankyo/index.html.</param>
    /// <returns>Null when the site has no such file.</returns>
    public async Task<SiteFile?> FindAsync(string path)
    {
        if (site.Assets.Files.FirstOrDefault(f => f.Path == path) is { } asset)
            return asset;
        if (pages.Value.TryGetValue(path, out var found))
            return await PageRenderer.RenderAsync(found.Year, found.Page);
        return (await others.Value).GetValueOrDefault(path);
    }

    private static IEnumerable<Page> WithMoved(ReportView year, List<Page> own) => own.Concat(PageList.OfMoved(year, own));
}
