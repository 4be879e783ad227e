using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A file as the live site holds it.</summary>
/// <param name="Sha256">Of the content before compression; null when it was not written by a publication, or was written over
/// since.</param>
public sealed record LiveFile(
    string Path, string? Sha256, string? ContentType, string? CacheControl, string? Encoding, StoredVersion Version);

/// <summary>A file of the live site with its content, which is compressed as <paramref name="Encoding"/> says.</summary>
public sealed record LiveContent(ReadOnlyMemory<byte> Content, string? ContentType, string? CacheControl, string? Encoding);

/// <summary>
/// The `$web` container. Every write carries the version that the listing gave, so that a publisher that lost its lock loses its writes.
/// </summary>
public sealed class LiveSite(CityStorage storage)
{
    public async Task<IReadOnlyDictionary<string, LiveFile>> ListAsync(CancellationToken cancellation)
    {
        var files = new Dictionary<string, LiveFile>(StringComparer.Ordinal);
        await foreach (var blob in storage.Web.ListAsync(cancellation))
            files[blob.Name] = Of(blob);
        return files;
    }

    /// <summary>A file as a publication left it; its version is not known.</summary>
    public static LiveFile Of(string path, ManifestFile file) =>
        new(path, file.Sha256, file.ContentType, file.CacheControl, file.Encoding, default);

    /// <summary>Whether the live site holds a file as a manifest has it: its content, its type, its cache rule and its encoding.</summary>
    public static bool Equals(ManifestFile file, LiveFile? live) =>
        live is not null && live.Sha256 == file.Sha256 && live.ContentType == file.ContentType && live.CacheControl == file.CacheControl
            && (live.Encoding ?? "") == (file.Encoding ?? "");

    /// <summary>Whether two manifests leave a file alike.</summary>
    public static bool Equals(ManifestFile? one, ManifestFile? other) =>
        one is null || other is null ? one == other : Equals(one, Of("", other));

    /// <param name="path">Where it stands.</param>
    /// <param name="file">What the site should hold.</param>
    /// <param name="content">Its content, in any encoding.</param>
    /// <param name="replaces">What the listing found in its place; null for nothing.</param>
    /// <param name="cancellation">Stops before the write; a write under way is whole or not at all.</param>
    /// <returns>False when somebody else wrote it since the listing.</returns>
    public async Task<bool> TryWriteAsync(
        string path, ManifestFile file, PackedContent content, LiveFile? replaces, CancellationToken cancellation)
    {
        var bytes = content.In(file.Encoding).Bytes;
        var blob = new BlobToWrite(bytes)
        {
            ContentType = file.ContentType,
            CacheControl = file.CacheControl,
            Encoding = file.Encoding,
            Metadata = BlobSeal.Of(file.Sha256, bytes),
        };
        return replaces is null
            ? await storage.Web.AddOnceAsync(path, blob, cancellation) is Added
            : await storage.Web.TryReplaceAsync(path, blob, replaces.Version, cancellation) is Written<StoredVersion>;
    }

    /// <summary>Removes a file, unless it was written since it was listed.</summary>
    /// <returns>False when somebody else wrote it since the listing.</returns>
    public Task<bool> TryRemoveAsync(LiveFile file, CancellationToken cancellation) =>
        storage.Web.TryRemoveAsync(file.Path, file.Version, cancellation);

    /// <summary>Has caches in front of it read every file anew.</summary>
    /// <exception cref="StorageException">It was refused or not reached; the copies expire by themselves.</exception>
    public Task PurgeCachesAsync(CancellationToken cancellation) => storage.Edge.PurgeAsync(cancellation);

    /// <returns>Null when it is not there.</returns>
    public async Task<LiveFile?> FindAsync(string path, CancellationToken cancellation) =>
        await storage.Web.FindAsync(path, cancellation) is { } blob ? Of(blob) : null;

    /// <summary>Reads a file as the static website sends it.</summary>
    /// <returns>Null when it is not there, or the path can be no blob's name.</returns>
    public async Task<LiveContent?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var read = await storage.Web.ReadAsync(path, cancellation);
            return read is null ? null : new(read.Content, read.Blob.ContentType, read.Blob.CacheControl, read.Blob.Encoding);
        }
        catch (StorageException noName) when (noName.Status == 400)
        {
            return null;
        }
    }

    private static LiveFile Of(StoredBlob blob) =>
        new(blob.Name, BlobSeal.HashIn(blob), blob.ContentType, blob.CacheControl, blob.Encoding, blob.Version);
}
