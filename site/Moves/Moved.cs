using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>A published address that no longer has a page, and where it redirects readers.</summary>
/// <param name="Path">/departments/zaisei/.</param>
/// <param name="Ended">The last name of an abolished department (改編); null where the address belonged to something else that the report no
/// longer contains.</param>
/// <param name="Year">The year since which the department no longer exists, or the last year that has the page.</param>
/// <param name="To">One link: readers are redirected to it immediately. Several links: readers choose.</param>
public sealed record Moved(string Path, string? Ended, FiscalYear Year, EquatableList<Link> To)
{
    /// <summary>The target of an immediate redirect; null when readers choose.</summary>
    public Link? Target => To.Count == 1 ? To[0] : null;
}
