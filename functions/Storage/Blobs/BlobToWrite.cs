using System.Security.Cryptography;

namespace KawasakiServerless.Storage.Blobs;

/// <summary>A blob as it is to be stored.</summary>
internal sealed record BlobToWrite(ReadOnlyMemory<byte> Content)
{
    public string? ContentType { get; init; }

    public string? CacheControl { get; init; }

    public string? Encoding { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a blob has this content, this metadata and perhaps more, and these settings where they are given.</summary>
    public bool Matches(StoredBlob blob) =>
        blob.Md5 is { } md5 && md5.AsSpan().SequenceEqual(Md5Of(Content.Span))
        && (blob.CacheControl ?? "", blob.Encoding ?? "") == (CacheControl ?? "", Encoding ?? "")
        && (ContentType is null || blob.ContentType == ContentType)
        && Metadata.All(entry => blob.Metadata.TryGetValue(entry.Key, out var value) && value == entry.Value);

#pragma warning disable CA5351 // The checksum that Azure Storage keeps of every blob; it guards nothing.
    public static byte[] Md5Of(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
