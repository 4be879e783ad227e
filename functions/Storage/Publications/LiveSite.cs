using System.IO.Compression;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A file as the live site holds it.</summary>
/// <param name="Sha256">Of the content before compression; null when it was not written by a publication.</param>
public sealed record LiveFile(string Path, string? Sha256, string? ContentType, string? CacheControl, ETag ETag);

/// <summary>The `$web` container. Every write carries the ETag that the listing gave, so that a publisher that lost its lock loses its writes.</summary>
public sealed class LiveSite(CityStorage storage)
{
    private const string HashKey = "sha256", Gzip = "gzip";

    // The static website does not negotiate encodings, so only what browsers alone read is compressed.
    private static readonly HashSet<string> Compressed = new([".html", ".css", ".js", ".svg"], StringComparer.Ordinal);

    // Nobody but search.js reads its index; open data is for others, and stays plain.
    private const string SearchIndex = "search/";

    public static string HashOf(SiteFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    public async Task<IReadOnlyDictionary<string, LiveFile>> ListAsync(CancellationToken cancellation)
    {
        var files = new Dictionary<string, LiveFile>(StringComparer.Ordinal);
        await foreach (var blob in storage.Web.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellation))
            files[blob.Name] = new(blob.Name, HashIn(blob.Metadata), blob.Properties.ContentType, blob.Properties.CacheControl, blob.Properties.ETag ?? default);
        return files;
    }

    public static bool Equals(SiteFile file, LiveFile? live) =>
        live is not null && live.Sha256 == HashOf(file) && live.ContentType == file.ContentType && live.CacheControl == file.CacheControl;

    /// <param name="file">What the site should hold.</param>
    /// <param name="replaces">What the listing found in its place; null for nothing.</param>
    /// <param name="cancellation">Stops before the write; a write under way is whole or not at all.</param>
    /// <exception cref="RequestFailedException">409 or 412: somebody else wrote it since the listing.</exception>
    public async Task WriteAsync(SiteFile file, LiveFile? replaces, CancellationToken cancellation)
    {
        var compress = Compressed.Contains(Path.GetExtension(file.Path)) || file.Path.StartsWith(SearchIndex, StringComparison.Ordinal);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType, CacheControl = file.CacheControl, ContentEncoding = compress ? Gzip : null },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [HashKey] = HashOf(file) },
            Conditions = replaces is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = replaces.ETag },
        };
        var content = compress ? new BinaryData(Compress(file.Bytes)) : new BinaryData(file.Bytes);
        var blob = storage.Web.GetBlobClient(file.Path);
        try
        {
            await blob.UploadAsync(content, options, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            // Our own write, perhaps, whose answer was lost before it was sent again.
            if (!Equals(file, await FindAsync(blob, cancellation)))
                throw;
        }
    }

    private static async Task<LiveFile?> FindAsync(BlobClient blob, CancellationToken cancellation)
    {
        if (!await blob.ExistsAsync(cancellation))
            return null;
        var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        return new(blob.Name, HashIn(found.Metadata), found.ContentType, found.CacheControl, found.ETag);
    }

    private static string? HashIn(IDictionary<string, string> metadata) => metadata.TryGetValue(HashKey, out var hash) ? hash : null;

    public Task RemoveAsync(LiveFile file, CancellationToken cancellation) =>
        storage.Web.GetBlobClient(file.Path).DeleteIfExistsAsync(conditions: new() { IfMatch = file.ETag }, cancellationToken: cancellation);

    private static byte[] Compress(ReadOnlyMemory<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes.Span);
        return compressed.ToArray();
    }
}
