using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Writes redirects.json, the list of the site's redirects, for operators whose web server or content delivery network can send HTTP
/// redirects.
/// </summary>
internal static class RedirectFile
{
    public const string Name = "redirects.json";

    private const int Permanently = 301;

    /// <param name="moved">The addresses whose page no longer exists. Those with several targets are left out, because an HTTP redirect can
    /// have only one target.</param>
    public static SiteFile Of(IEnumerable<Moved> moved) => new(Name, "application/json; charset=utf-8", CacheRules.Short, DataJson.Write(
        moved.Where(m => m.Target is not null).OrderBy(m => m.Path, StringComparer.Ordinal)
            .Select(m => new { From = m.Path, To = m.Target!.Href, Status = Permanently })));
}
