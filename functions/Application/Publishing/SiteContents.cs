using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>Provides the contents of the files in a manifest.</summary>
/// <param name="manifest">The manifest that lists the files.</param>
/// <param name="find">Reads a content by its SHA-256.</param>
public sealed class SiteContents(Manifest manifest, Func<string, CancellationToken, Task<PackedContent>> find)
{
    public Manifest Manifest { get; } = manifest;

    public Task<PackedContent> OfAsync(ManifestFile file, CancellationToken cancellation) => find(file.Sha256, cancellation);

    /// <summary>
    /// Returns an instance that reads newly rendered contents from the spool (a temporary file), and all others from the content store.
    /// </summary>
    public static SiteContents Of(Manifest manifest, ContentSpool rendered, ContentStore contents) =>
        new(manifest, async (sha256, cancellation) => rendered.Find(sha256) ?? await FindAsync(contents, sha256, cancellation));

    /// <summary>Returns an instance that reads each content from the content store when the content is needed.</summary>
    public static SiteContents Of(Manifest manifest, ContentStore contents) =>
        new(manifest, (sha256, cancellation) => FindAsync(contents, sha256, cancellation));

    private static async Task<PackedContent> FindAsync(ContentStore contents, string sha256, CancellationToken cancellation) =>
        await contents.FindAsync(sha256, cancellation) ?? throw new ContentGoneException(sha256);
}

/// <summary>Thrown when a content that the manifest references is missing or damaged in storage.</summary>
public sealed class ContentGoneException(string sha256) : Exception($"content/{sha256} is missing or damaged.");
