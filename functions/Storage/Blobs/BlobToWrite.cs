using System.Security.Cryptography;

namespace KawasakiServerless.Storage.Blobs;

/// <summary>The content, headers and metadata of a blob that is to be written.</summary>
internal sealed record BlobToWrite(ReadOnlyMemory<byte> Content)
{
    public string? ContentType { get; init; }

    public string? CacheControl { get; init; }

    public string? Encoding { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a stored blob has the same content, cache rule and encoding, and at least this metadata. The content type is compared only
    /// if it is not null.
    /// </summary>
    public bool Matches(StoredBlob blob) =>
        blob.Md5 is { } md5 && md5.AsSpan().SequenceEqual(Md5Of(Content.Span))
        && (blob.CacheControl ?? "", blob.Encoding ?? "") == (CacheControl ?? "", Encoding ?? "")
        && (ContentType is null || blob.ContentType == ContentType)
        && Metadata.All(entry => blob.Metadata.TryGetValue(entry.Key, out var value) && value == entry.Value);

#pragma warning disable CA5351 // This is the checksum that Azure Storage keeps for every blob; it has no security purpose.
    public static byte[] Md5Of(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
