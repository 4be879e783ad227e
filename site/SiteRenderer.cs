using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>Renders reports as the files of the public site: the same input gives the same bytes, on any machine and at any time.</summary>
public static class SiteRenderer
{
    public static async Task<IReadOnlyList<SiteFile>> RenderAsync(SiteInput input, SiteOptions options, CancellationToken cancellation)
    {
        var site = new SiteView(input, options);
        List<SiteFile> files = [.. SiteAssets.Files];
        List<Page> pages = [];
        foreach (var year in site.Years)
        {
            List<Page> own = year.IsNewest ? [.. PageList.Of(year), .. PageList.OfSite()] : [.. PageList.Of(year)];
            pages.AddRange(own);
            files.AddRange(await PageRenderer.RenderAsync(year, own, cancellation));
            files.AddRange(OpenData.Files(year));
            files.AddRange(PageData.Of(year));
        }

        return [.. files.Concat(Sitemap.Files(pages, options)).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
