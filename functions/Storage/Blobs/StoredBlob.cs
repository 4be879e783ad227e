using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Blobs;

/// <summary>The properties of a blob as reported by storage.</summary>
/// <param name="Md5">MD5 of the bytes, which storage computes when a blob is written in one request; null for a blob that was uploaded in
/// blocks.</param>
internal sealed record StoredBlob(
    string Name, StoredVersion Version, DateTimeOffset WrittenAt, IReadOnlyDictionary<string, string> Metadata, byte[]? Md5)
{
    public string? ContentType { get; init; }

    public string? CacheControl { get; init; }

    public string? Encoding { get; init; }

    public static StoredBlob Of(BlobItem blob) => new(
        blob.Name,
        new(blob.Properties.ETag.ToString() ?? ""),
        blob.Properties.LastModified ?? default,
        Copy(blob.Metadata),
        blob.Properties.ContentHash)
    {
        ContentType = blob.Properties.ContentType,
        CacheControl = blob.Properties.CacheControl,
        Encoding = blob.Properties.ContentEncoding,
    };

    public static StoredBlob Of(string name, BlobProperties blob) =>
        new(name, new(blob.ETag.ToString()), blob.LastModified, Copy(blob.Metadata), blob.ContentHash)
        {
            ContentType = blob.ContentType,
            CacheControl = blob.CacheControl,
            Encoding = blob.ContentEncoding,
        };

    public static StoredBlob Of(string name, BlobDownloadDetails blob) =>
        new(name, new(blob.ETag.ToString()), blob.LastModified, Copy(blob.Metadata), blob.ContentHash)
        {
            ContentType = blob.ContentType,
            CacheControl = blob.CacheControl,
            Encoding = blob.ContentEncoding,
        };

    private static Dictionary<string, string> Copy(IDictionary<string, string>? metadata) =>
        new(metadata ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>A blob with its content.</summary>
internal sealed record BlobRead(StoredBlob Blob, ReadOnlyMemory<byte> Content);

/// <summary>A blob with its content as a stream.</summary>
internal sealed record BlobStream(StoredBlob Blob, Stream Content);
