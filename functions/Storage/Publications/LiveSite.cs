using Azure;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A file as the live site holds it.</summary>
/// <param name="Sha256">Of the content before compression; null when it was not written by a publication, or was written over since.</param>
public sealed record LiveFile(string Path, string? Sha256, string? ContentType, string? CacheControl, string? Encoding, ETag ETag);

/// <summary>The `$web` container. Every write carries the ETag that the listing gave, so that a publisher that lost its lock loses its writes.</summary>
public sealed class LiveSite(CityStorage storage)
{
    public async Task<IReadOnlyDictionary<string, LiveFile>> ListAsync(CancellationToken cancellation)
    {
        var files = new Dictionary<string, LiveFile>(StringComparer.Ordinal);
        await foreach (var blob in storage.Web.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellation))
        {
            var found = blob.Properties;
            files[blob.Name] = new(blob.Name, BlobSeal.HashIn(blob), found.ContentType, found.CacheControl, found.ContentEncoding, found.ETag ?? default);
        }

        return files;
    }

    /// <summary>A file as a publication left it; its ETag is not known.</summary>
    public static LiveFile Of(string path, ManifestFile file) => new(path, file.Sha256, file.ContentType, file.CacheControl, file.Encoding, default);

    /// <summary>Whether the live site holds a file as a manifest has it: its content, its type, its cache rule and its encoding.</summary>
    public static bool Equals(ManifestFile file, LiveFile? live) =>
        live is not null && live.Sha256 == file.Sha256 && live.ContentType == file.ContentType && live.CacheControl == file.CacheControl && (live.Encoding ?? "") == (file.Encoding ?? "");

    /// <summary>Whether two manifests leave a file alike.</summary>
    public static bool Equals(ManifestFile? one, ManifestFile? other) =>
        one is null || other is null ? one == other : Equals(one, Of("", other));

    /// <param name="path">Where it stands.</param>
    /// <param name="file">What the site should hold.</param>
    /// <param name="content">Its content, in any encoding.</param>
    /// <param name="replaces">What the listing found in its place; null for nothing.</param>
    /// <param name="cancellation">Stops before the write; a write under way is whole or not at all.</param>
    /// <exception cref="RequestFailedException">409 or 412: somebody else wrote it since the listing.</exception>
    public async Task WriteAsync(string path, ManifestFile file, PackedContent content, LiveFile? replaces, CancellationToken cancellation)
    {
        var bytes = content.In(file.Encoding).Bytes;
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType, CacheControl = file.CacheControl, ContentEncoding = file.Encoding },
            Metadata = BlobSeal.Of(file.Sha256, bytes),
            Conditions = replaces is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = replaces.ETag },
        };
        try
        {
            await storage.Web.GetBlobClient(path).UploadAsync(new BinaryData(bytes), options, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            // Our own write, perhaps, whose answer was lost before it was sent again.
            if (!Equals(file, await FindAsync(path, cancellation)))
                throw;
        }
    }

    /// <summary>Removes a file, unless it was written since it was listed.</summary>
    /// <exception cref="RequestFailedException">412: somebody else wrote it since the listing.</exception>
    public Task RemoveAsync(LiveFile file, CancellationToken cancellation) =>
        storage.Web.GetBlobClient(file.Path).DeleteIfExistsAsync(conditions: new() { IfMatch = file.ETag }, cancellationToken: cancellation);

    /// <returns>Null when it is not there.</returns>
    public async Task<LiveFile?> FindAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var found = (await storage.Web.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new(path, BlobSeal.HashIn(found), found.ContentType, found.CacheControl, found.ContentEncoding, found.ETag);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}
