using KawasakiServerless.Domain;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site;

/// <summary>Renders reports as the files of the public site: the same input gives the same bytes, on any machine and at any time.</summary>
public static class SiteRenderer
{
    /// <summary>Changes with the code that writes workbooks and archives.</summary>
    public static Guid PackingVersion => typeof(StoredZip).Module.ModuleVersionId;

    public static async Task<IReadOnlyList<SiteFile>> RenderAsync(SiteInput input, SiteOptions options, CancellationToken cancellation)
    {
        var site = new SiteView(input, options);
        List<SiteFile> files = [.. SiteAssets.Files];
        List<Page> pages = [];
        foreach (var year in site.Years)
        {
            List<Page> own = year.IsNewest ? [.. PageList.Of(year), .. PageList.OfSite(site)] : [.. PageList.Of(year)];
            pages.AddRange(own);
            files.AddRange(await PageRenderer.RenderAsync(year, own, cancellation));
            files.AddRange(OpenData.Files(year));
            files.AddRange(PageData.Of(year));
        }

        files.AddRange(FeedFiles.Of(site));
        files.AddRange(SearchIndex.Files(site.Newest));
        return [.. files.Concat(Sitemap.Files(pages, options)).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
