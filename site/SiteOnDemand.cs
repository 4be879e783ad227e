using KawasakiServerless.Domain;
using KawasakiServerless.Site.Projects;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site;

/// <summary>A site for previews. Each page is rendered when it is requested, instead of all pages in advance.</summary>
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
        // The files that are not pages (search index, open data, feeds) are made together on the first request for any of them.
        var sink = SiteSink.OfFiles((path, _) => IsPage(path) ? Page : null);
        others = new(async () => (await SiteRenderer.RenderAsync(input, options, sink, CancellationToken.None))
            .Where(f => !ReferenceEquals(f, Page)).ToDictionary(f => f.Path, StringComparer.Ordinal));
    }

    /// <summary>Warnings about the content, such as a topic without records. They do not block publication.</summary>
    public IEnumerable<string> Warnings =>
    [
        .. TopicWarnings.Of(site.Newest),
        .. site.Newest.Projects.Unknown.Select(id => $"input/{ProjectFile.Name}: the report has no record {id}."),
    ];

    /// <summary>Groups of records that may describe the same project and that projects.yml does not list yet.</summary>
    public IReadOnlyList<Project> ProposedProjects => ProjectProposals.Of(site.Newest);

    /// <param name="path">The path of the file in the site, such as departments/kankyo/index.html.</param>
    /// <returns>Null when the site has no such file.</returns>
    public async Task<SiteFile?> FindAsync(string path)
    {
        if (site.Assets.Files.FirstOrDefault(f => f.Path == path) is { } asset)
            return asset;
        if (pages.Value.TryGetValue(path, out var found))
            return await PageRenderer.RenderAsync(found.Year, found.Page);
        return (await others.Value).GetValueOrDefault(path);
    }

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private static IEnumerable<Page> WithMoved(ReportView year, List<Page> own) => own.Concat(PageList.OfMoved(year, own));
}
