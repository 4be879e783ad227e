using KawasakiServerless.Domain;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Rendering.Inputs;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site;

/// <summary>
/// Renders reports as the files of the public site. The same input produces the same bytes, on any machine and at any time.
/// </summary>
public static class SiteRenderer
{
    /// <summary>The version of the code that writes workbooks and archives. It changes with every change of that code.</summary>
    public static Guid PackingVersion => typeof(ReproducibleZip).Module.ModuleVersionId;

    /// <summary>
    /// The version of all code that affects the bytes of a page. It is part of every page's inputs, so a new version renders all pages
    /// again.
    /// </summary>
    internal static string Version { get; } = string.Join(
        ' ', typeof(SiteRenderer).Module.ModuleVersionId, PackingVersion, typeof(Report).Module.ModuleVersionId, Environment.Version);

    /// <returns>All files of the site, ordered by path.</returns>
    public static Task<IReadOnlyList<SiteFile>> RenderAsync(SiteInput input, SiteOptions options, CancellationToken cancellation) =>
        RenderAsync(input, options, SiteSink.OfFiles((_, _) => null), cancellation);

    /// <summary>Renders one file for a preview, before the site is public.</summary>
    /// <param name="input">The input of the site.</param>
    /// <param name="options">The settings of the site.</param>
    /// <param name="path">The path of the file in the site, such as departments/kankyo/index.html.</param>
    /// <param name="cancellation">Cancellation takes effect only before the rendering starts.</param>
    /// <returns>Null when the site has no such file.</returns>
    public static async Task<SiteFile?> RenderFileAsync(SiteInput input, SiteOptions options, string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await new SiteOnDemand(input, options).FindAsync(path);
    }

    internal static IEnumerable<Page> PagesOf(ReportView year) =>
        year.IsNewest ? [.. PageList.Of(year), .. PageList.OfSite(year.Site)] : PageList.Of(year);

    /// <summary>
    /// Asks the sink for each page and each data file of an indicator whether it keeps the file, that is, reuses it from an earlier
    /// rendering. Renders those that the sink does not keep, always makes the other files, such as the search index and the open data, and
    /// passes all of them to the sink.
    /// </summary>
    /// <returns>What the sink returned for each file, whether made or kept, ordered by path.</returns>
    public static async Task<IReadOnlyList<T>> RenderAsync<T>(
        SiteInput input, SiteOptions options, SiteSink<T> sink, CancellationToken cancellation)
        where T : class
    {
        var site = new SiteView(input, options);
        var inputs = new SiteInputs(site);
        var made = new RenderedFiles<T>(sink);
        made.Add(options.Content.Assets.Files);
        List<string> pages = [];
        List<Moved> moved = [];
        foreach (var year in site.Years)
        {
            var ofYear = inputs.Of(year);
            List<Page> own = [.. PagesOf(year)];
            pages.AddRange(own.Select(p => p.Path));
            own.AddRange(PageList.OfMoved(year, own));
            moved.AddRange(own.Select(p => p.Shown).OfType<Moved>());
            var some = made.NotKept(own, ofYear);
            // The search index, the open data and the pages are made one after another. Each of these steps uses all cores. If they ran at
            // the same time, they would need much memory, and in a process that has just started, they would wait for each other's threads.
            cancellation.ThrowIfCancellationRequested();
            made.Add(year.IsNewest ? SearchIndex.Files(year) : []);
            cancellation.ThrowIfCancellationRequested();
            OpenData.Make(year, made);
            await PageRenderer.RenderAsync(year, some, made, cancellation);
            PageData.Make(year, ofYear, made);
        }

        made.Add(FeedFiles.Of(site));
        made.Add(Sitemap.Files(pages, site));
        made.Add(RedirectFile.Of(moved));
        return made.ByPath();
    }
}
