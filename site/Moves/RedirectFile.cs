using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// redirects.json: what the pages that lead on say, for a server or a content delivery network that can answer with the status itself.
/// </summary>
internal static class RedirectFile
{
    public const string Name = "redirects.json";

    private const int Permanently = 301;

    /// <param name="moved">Those that leave a choice are left out: a status leads to one address.</param>
    public static SiteFile Of(IEnumerable<Moved> moved) => new(Name, "application/json; charset=utf-8", CacheRules.Short, DataJson.Write(
        moved.Where(m => m.Target is not null).OrderBy(m => m.Path, StringComparer.Ordinal)
            .Select(m => new { From = m.Path, To = m.Target!.Href, Status = Permanently })));
}
