namespace KawasakiServerless.Domain;

/// <summary>One file of the public site.</summary>
/// <param name="Path">Without a leading slash: viewpoints/1/index.html.</param>
/// <param name="ContentType">With its charset where it is text.</param>
/// <param name="CacheControl">What a browser or CDN may keep, and how long.</param>
public sealed record SiteFile(string Path, string ContentType, string CacheControl, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Fingerprint of what it was rendered from; null where there is none.</summary>
    public string? Inputs { get; init; }
}
