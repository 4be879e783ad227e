using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// What a publication writes beside a blob, so that a listing alone tells whether it still holds what was written: the SHA-256 of the content before compression,
/// and the MD5 of the bytes, which storage computes anew whenever somebody writes.
/// </summary>
internal static class BlobSeal
{
    private const string HashKey = "sha256", BytesKey = "md5";

    public static Dictionary<string, string> Of(string sha256, ReadOnlyMemory<byte> bytes) => new(StringComparer.Ordinal)
    {
        [HashKey] = sha256,
        [BytesKey] = Convert.ToBase64String(Md5Of(bytes.Span)),
    };

    /// <returns>The SHA-256 of the content; null when the blob was not written by a publication, or was written over since.</returns>
    public static string? HashIn(BlobItem blob) => HashIn(blob.Metadata, blob.Properties.ContentHash);

    public static string? HashIn(BlobProperties blob) => HashIn(blob.Metadata, blob.ContentHash);

    /// <returns>The SHA-256 that a blob is said to have; only its content can tell.</returns>
    public static string? Claimed(IDictionary<string, string>? metadata) => metadata is not null && metadata.TryGetValue(HashKey, out var sha256) ? sha256 : null;

    private static string? HashIn(IDictionary<string, string>? metadata, byte[]? md5) => IsWhole(metadata, md5) ? Claimed(metadata) : null;

    // Storage keeps no MD5 of what was written in blocks; we never do that.
    private static bool IsWhole(IDictionary<string, string>? metadata, byte[]? md5) =>
        metadata is not null && md5 is not null && metadata.TryGetValue(BytesKey, out var written) && written == Convert.ToBase64String(md5);

#pragma warning disable CA5351 // The checksum that Azure Storage keeps of every blob; it guards nothing.
    private static byte[] Md5Of(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
