namespace KawasakiServerless.Site.Gates;

/// <summary>
/// What SiteGate, which checks the site before publication, needs to know about a file. It is collected while the file's bytes are in
/// memory, because the site as a whole is never in memory.
/// </summary>
/// <param name="Path">The path in the site, without a leading slash.</param>
/// <param name="IsEmpty">True when the file has no bytes, or is a page without readable text.</param>
/// <param name="Records">The number of records in a JSON table of the open data; 0 for any other file.</param>
public sealed record FileFacts(string Path, bool IsEmpty, int Records)
{
    /// <summary>The links and anchors of an HTML page; null for any other file.</summary>
    internal PageScan? Page { get; init; }
}
