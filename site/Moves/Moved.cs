using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Moves;

/// <summary>A published address whose page no longer exists, and the pages to which it leads readers instead.</summary>
/// <param name="Path">The old address, such as /departments/zaisei/.</param>
/// <param name="Ended">The last name of the abolished department (改編) that the old page was about; null if the page was about something
/// else that the newest report no longer contains.</param>
/// <param name="Year">For an abolished department, the first year without it; for another page of a report, the most recent year that has
/// the page; null for a topic or a text that was removed from the site.</param>
/// <param name="To">The links to the pages that replace the old one. A single link is a redirect; of several links, readers choose
/// one.</param>
public sealed record Moved(string Path, string? Ended, FiscalYear? Year, EquatableList<Link> To)
{
    /// <summary>The target of an immediate redirect; null when readers choose.</summary>
    public Link? Target => To.Count == 1 ? To[0] : null;
}
