using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The properties of a file of the live site, as storage reports them.</summary>
/// <param name="Sha256">SHA-256 of the content before compression; null if the current content was not written by a publication, for
/// example because somebody overwrote the file by hand.</param>
public sealed record LiveFile(
    string Path, string? Sha256, string? ContentType, string? CacheControl, string? Encoding, StoredVersion Version);

/// <summary>A file of the live site with its content, compressed according to <paramref name="Encoding"/>.</summary>
public sealed record LiveContent(ReadOnlyMemory<byte> Content, string? ContentType, string? CacheControl, string? Encoding);

/// <summary>A file to write to the live site.</summary>
/// <param name="Path">The path of the file in the site.</param>
/// <param name="Entry">The properties that the file should have, from the manifest.</param>
/// <param name="Content">The content of the file, in any encoding; it is converted to the encoding of the manifest.</param>
public sealed record FileToWrite(string Path, ManifestFile Entry, PackedContent Content);

/// <summary>
/// Reads and writes the files of the live site, the container `$web`. Every write succeeds only if the file's ETag is still the one that
/// the listing returned. So if a publisher has lost the publish lock (a lease that only one publisher has at a time), its writes fail where
/// another publisher has written since.
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

    /// <summary>
    /// Returns the properties that a file of a manifest will have on the live site after it is written. The version is left empty, because
    /// storage assigns it only then.
    /// </summary>
    public static LiveFile Of(string path, ManifestFile file) =>
        new(path, file.Sha256, file.ContentType, file.CacheControl, file.Encoding, default);

    /// <summary>Whether the live file and the manifest's entry have the same content, content type, cache rule and encoding.</summary>
    public static bool Equals(ManifestFile file, LiveFile? live) =>
        live is not null && live.Sha256 == file.Sha256 && live.ContentType == file.ContentType && live.CacheControl == file.CacheControl
            && (live.Encoding ?? "") == (file.Encoding ?? "");

    /// <summary>
    /// Whether two manifest entries have the same content, content type, cache rule and encoding, or are both null.
    /// </summary>
    public static bool Equals(ManifestFile? one, ManifestFile? other) =>
        one is null || other is null ? one == other : Equals(one, Of("", other));

    /// <param name="file">The file to write.</param>
    /// <param name="replaces">The file that the listing found at this path; null if there was none.</param>
    /// <param name="cancellation">Cancels the write. The live site then has either the old or the new file as a whole.</param>
    /// <returns>False if another writer changed the file since the listing.</returns>
    public async Task<bool> TryWriteAsync(FileToWrite file, LiveFile? replaces, CancellationToken cancellation)
    {
        var bytes = file.Content.In(file.Entry.Encoding).Bytes;
        var blob = new BlobToWrite(bytes)
        {
            ContentType = file.Entry.ContentType,
            CacheControl = file.Entry.CacheControl,
            Encoding = file.Entry.Encoding,
            Metadata = BlobSeal.Of(file.Entry.Sha256, bytes),
        };
        return replaces is null
            ? await storage.Web.AddOnceAsync(file.Path, blob, cancellation) is Added
            : await storage.Web.TryReplaceAsync(file.Path, blob, replaces.Version, cancellation) is Written<StoredVersion>;
    }

    /// <summary>Deletes a file only if it is unchanged since it was listed.</summary>
    /// <returns>False if another writer changed the file since the listing.</returns>
    public Task<bool> TryRemoveAsync(LiveFile file, CancellationToken cancellation) =>
        storage.Web.TryRemoveAsync(file.Path, file.Version, cancellation);

    /// <summary>Purges all files from the cache in front of the site.</summary>
    /// <exception cref="StorageException">The request was refused, or the cache could not be reached; cached copies then expire after their
    /// normal lifetime.</exception>
    public Task PurgeCachesAsync(CancellationToken cancellation) => storage.Edge.PurgeAsync(cancellation);

    /// <summary>Whether the home page is missing, as in a new storage account.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancellation) =>
        await FindAsync(StaticWebsite.IndexDocument, cancellation) is null;

    /// <returns>The file's properties; null if the file does not exist.</returns>
    public async Task<LiveFile?> FindAsync(string path, CancellationToken cancellation) =>
        await storage.Web.FindAsync(path, cancellation) is { } blob ? Of(blob) : null;

    /// <summary>Reads a file as the static website would send it, with its headers.</summary>
    /// <returns>The file; null if it does not exist, or if the path is not a valid blob name.</returns>
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
