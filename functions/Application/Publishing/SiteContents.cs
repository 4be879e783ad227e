using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>Where the contents of a manifest come from.</summary>
/// <param name="manifest">What they belong to.</param>
/// <param name="find">Finds one by its SHA-256.</param>
public sealed class SiteContents(Manifest manifest, Func<string, CancellationToken, Task<PackedContent>> find)
{
    public Manifest Manifest { get; } = manifest;

    public Task<PackedContent> OfAsync(ManifestFile file, CancellationToken cancellation) => find(file.Sha256, cancellation);

    /// <summary>From what was rendered, and for the rest from what is kept.</summary>
    public static SiteContents Of(Manifest manifest, ContentSpool rendered, ContentStore contents) =>
        new(manifest, async (sha256, cancellation) => rendered.Find(sha256) ?? await FindAsync(contents, sha256, cancellation));

    /// <summary>From what is kept.</summary>
    public static SiteContents Of(Manifest manifest, ContentStore contents) =>
        new(manifest, (sha256, cancellation) => FindAsync(contents, sha256, cancellation));

    private static async Task<PackedContent> FindAsync(ContentStore contents, string sha256, CancellationToken cancellation) =>
        await contents.FindAsync(sha256, cancellation) ?? throw new ContentGoneException(sha256);
}

/// <summary>A content that was there a moment ago is gone or damaged.</summary>
#pragma warning disable CA1032 // Thrown in one place, with one message.
public sealed class ContentGoneException(string sha256) : Exception($"content/{sha256} is gone or damaged.");
#pragma warning restore CA1032
