using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>Renders a report as the files of the public site: the same report gives the same bytes, on any machine and at any time.</summary>
public static class SiteRenderer
{
    public static async Task<IReadOnlyList<SiteFile>> RenderAsync(Report report, SiteOptions options, CancellationToken cancellation)
    {
        var view = new ReportView(report, options);
        var pages = PageList.Of(view).ToList();
        var rendered = await PageRenderer.RenderAsync(view, pages, cancellation);
        return [.. rendered.Concat(SiteAssets.Files).Concat(Sitemap.Files(pages, options)).Concat(OpenData.Files(report)).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
