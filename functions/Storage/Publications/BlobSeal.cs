using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Metadata that a publication writes with a blob, so that a listing alone shows whether the blob is unmodified: the SHA-256 of the content
/// before compression, and the MD5 of the bytes, which storage recomputes on every write.
/// </summary>
internal static class BlobSeal
{
    private const string HashKey = "sha256", BytesKey = "md5";

    public static Dictionary<string, string> Of(string sha256, ReadOnlyMemory<byte> bytes) => new(StringComparer.Ordinal)
    {
        [HashKey] = sha256,
        [BytesKey] = Convert.ToBase64String(BlobToWrite.Md5Of(bytes.Span)),
    };

    /// <returns>The SHA-256 of the content; null if no publication wrote the blob, or if it was overwritten since.</returns>
    public static string? HashIn(StoredBlob blob) => IsWhole(blob) ? Claimed(blob) : null;

    /// <returns>The SHA-256 in the blob's metadata, unverified; only reading the content can confirm it.</returns>
    public static string? Claimed(StoredBlob blob) => blob.Metadata.TryGetValue(HashKey, out var sha256) ? sha256 : null;

    // Storage keeps no MD5 of blobs that are uploaded in blocks; we never upload in blocks.
    private static bool IsWhole(StoredBlob blob) =>
        blob.Md5 is { } md5 && blob.Metadata.TryGetValue(BytesKey, out var written) && written == Convert.ToBase64String(md5);
}
