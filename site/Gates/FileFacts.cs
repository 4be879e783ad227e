namespace KawasakiServerless.Site.Gates;

/// <summary>Facts about a file that the gates need, collected while the file is in memory.</summary>
/// <param name="Path">Without a leading slash.</param>
/// <param name="IsEmpty">True when the file has no bytes, or is a page without readable text.</param>
/// <param name="Records">The number of records, for a table of the open data.</param>
public sealed record FileFacts(string Path, bool IsEmpty, int Records)
{
    /// <summary>Null for a file that is not a page.</summary>
    internal PageScan? Page { get; init; }
}
