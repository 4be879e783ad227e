using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// redirects.json: the redirects of the site, for a server or content delivery network that can send them as HTTP statuses.
/// </summary>
internal static class RedirectFile
{
    public const string Name = "redirects.json";

    private const int Permanently = 301;

    /// <param name="moved">Those that offer a choice are left out, because an HTTP redirect has only one target.</param>
    public static SiteFile Of(IEnumerable<Moved> moved) => new(Name, "application/json; charset=utf-8", CacheRules.Short, DataJson.Write(
        moved.Where(m => m.Target is not null).OrderBy(m => m.Path, StringComparer.Ordinal)
            .Select(m => new { From = m.Path, To = m.Target!.Href, Status = Permanently })));
}
