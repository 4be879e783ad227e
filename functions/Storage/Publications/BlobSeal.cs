using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// What a publication writes beside a blob, so that a listing alone tells whether it still holds what was written: the SHA-256 of the
/// content before compression, and the MD5 of the bytes, which storage computes anew whenever somebody writes.
/// </summary>
internal static class BlobSeal
{
    private const string HashKey = "sha256", BytesKey = "md5";

    public static Dictionary<string, string> Of(string sha256, ReadOnlyMemory<byte> bytes) => new(StringComparer.Ordinal)
    {
        [HashKey] = sha256,
        [BytesKey] = Convert.ToBase64String(BlobToWrite.Md5Of(bytes.Span)),
    };

    /// <returns>The SHA-256 of the content; null when the blob was not written by a publication, or was written over since.</returns>
    public static string? HashIn(StoredBlob blob) => IsWhole(blob) ? Claimed(blob) : null;

    /// <returns>The SHA-256 that a blob is said to have; only its content can tell.</returns>
    public static string? Claimed(StoredBlob blob) => blob.Metadata.TryGetValue(HashKey, out var sha256) ? sha256 : null;

    // Storage keeps no MD5 of what was written in blocks; we never do that.
    private static bool IsWhole(StoredBlob blob) =>
        blob.Md5 is { } md5 && blob.Metadata.TryGetValue(BytesKey, out var written) && written == Convert.ToBase64String(md5);
}
