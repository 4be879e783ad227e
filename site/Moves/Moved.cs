using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Moves;

/// <summary>An address that was published and has no page of its own any more: where its readers are led.</summary>
/// <param name="Path">/departments/zaisei/.</param>
/// <param name="Ended">Last name of the department that ended (改編); null where the report does not have any more what stood here.</param>
/// <param name="Year">Since when the department ended, or the last year that has it.</param>
/// <param name="To">One page: they are led there at once; several: they choose.</param>
public sealed record Moved(string Path, string? Ended, FiscalYear Year, EquatableList<Link> To)
{
    /// <summary>Where readers are led without being asked; null when they choose.</summary>
    public Link? Target => To.Count == 1 ? To[0] : null;
}
