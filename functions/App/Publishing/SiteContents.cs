using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Where the contents of a manifest come from.</summary>
/// <param name="manifest">What they belong to.</param>
/// <param name="find">Finds one by its SHA-256.</param>
public sealed class SiteContents(Manifest manifest, Func<string, CancellationToken, Task<PackedContent>> find)
{
    public Manifest Manifest { get; } = manifest;

    public Task<PackedContent> OfAsync(ManifestFile file, CancellationToken cancellation) => find(file.Sha256, cancellation);

    /// <summary>From what was rendered, packed once each.</summary>
    public static SiteContents Of(Manifest manifest, IReadOnlyList<SiteFile> files)
    {
        var rendered = files.DistinctBy(f => manifest.Files[f.Path].Sha256).ToDictionary(f => manifest.Files[f.Path].Sha256, StringComparer.Ordinal);
        var packed = new ConcurrentDictionary<string, PackedContent>(StringComparer.Ordinal);
        return new(manifest, (sha256, _) => Task.FromResult(packed.GetOrAdd(sha256, hash => PackedContent.Of(rendered[hash], manifest.Files[rendered[hash].Path]))));
    }

    /// <summary>From what is kept.</summary>
    public static SiteContents Of(Manifest manifest, ContentStore contents) => new(
        manifest,
        async (sha256, cancellation) => await contents.FindAsync(sha256, cancellation) ?? throw new ContentGoneException(sha256));
}

/// <summary>A content that was there a moment ago is gone or damaged.</summary>
#pragma warning disable CA1032 // Thrown in one place, with one message.
public sealed class ContentGoneException(string sha256) : Exception($"content/{sha256} is gone or damaged.");
#pragma warning restore CA1032
