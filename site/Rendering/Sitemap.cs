using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// Writes sitemap.xml, the list of the absolute addresses of all pages except redirects and 404.html, and robots.txt, which tells search
/// engines the address of sitemap.xml.
/// </summary>
internal static class Sitemap
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static IEnumerable<SiteFile> Files(IEnumerable<string> pages, SiteView site) =>
    [
        File(
            "robots.txt", "text/plain; charset=utf-8",
            $"User-agent: *\nAllow: /\nSitemap: {new Uri(site.Options.Address, "sitemap.xml").AbsoluteUri}\n"),
        File(
            "sitemap.xml", "application/xml; charset=utf-8",
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{UrlSet(pages, site, new(site))}\n"),
    ];

    private static XElement UrlSet(IEnumerable<string> pages, SiteView site, PageDates dates) => new(
        Namespace + "urlset",
        pages.Where(path => path != Page.NotFound)
            .Select(path => (Address: new Uri(site.Options.Address, path).AbsoluteUri, Date: dates.Of(path)))
            .OrderBy(p => p.Address, StringComparer.Ordinal)
            .Select(p => new XElement(Namespace + "url", new XElement(Namespace + "loc", p.Address), p.Date is null ? null
                : new XElement(Namespace + "lastmod", p.Date))));

    private static SiteFile File(string path, string contentType, string text) =>
        new(path, contentType, CacheRules.Short, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
