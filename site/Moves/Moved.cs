using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>An address of a department that ended (改編): where its readers are led.</summary>
/// <param name="Path">/departments/zaisei/.</param>
/// <param name="Name">The department's last name.</param>
/// <param name="From">Since when.</param>
/// <param name="To">One page: they are led there at once; several: they choose.</param>
public sealed record Moved(string Path, string Name, FiscalYear From, EquatableList<Link> To)
{
    /// <summary>Where readers are led without being asked; null when they choose.</summary>
    public Link? Target => To.Count == 1 ? To[0] : null;
}
