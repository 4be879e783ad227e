namespace KawasakiServerless.Domain;

/// <summary>One file of the public site.</summary>
/// <param name="Path">The path without a leading slash, such as viewpoints/1/index.html.</param>
/// <param name="ContentType">The content type, with the charset for text.</param>
/// <param name="CacheControl">The caching policy for browsers and CDNs.</param>
public sealed record SiteFile(string Path, string ContentType, string CacheControl, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>
    /// Hash of the inputs from which the file was rendered. If it is the same as before, the file is unchanged. Null for a file that is
    /// rendered again in every publication.
    /// </summary>
    public string? Inputs { get; init; }
}
