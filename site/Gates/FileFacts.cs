namespace KawasakiServerless.Site.Gates;

/// <summary>What the gates ask of a file, noted while it is at hand.</summary>
/// <param name="Path">Without a leading slash.</param>
/// <param name="IsEmpty">It has no bytes, or is a page on which nothing can be read.</param>
/// <param name="Records">Of a table of the open data.</param>
public sealed record FileFacts(string Path, bool IsEmpty, int Records)
{
    /// <summary>Null for what is no page.</summary>
    internal PageScan? Page { get; init; }
}
