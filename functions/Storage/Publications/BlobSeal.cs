using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Blob metadata by which a listing alone shows whether a blob is unchanged since a publication wrote it: the SHA-256 of the content before
/// compression, and the MD5 of the written bytes. Storage computes a blob's MD5 itself on every write. If another program overwrites the
/// blob, that MD5 therefore no longer matches the one in the metadata.
/// </summary>
internal static class BlobSeal
{
    private const string HashKey = "sha256", BytesKey = "md5";

    public static Dictionary<string, string> Of(string sha256, ReadOnlyMemory<byte> bytes) => new(StringComparer.Ordinal)
    {
        [HashKey] = sha256,
        [BytesKey] = Convert.ToBase64String(BlobToWrite.Md5Of(bytes.Span)),
    };

    /// <returns>The SHA-256 of the content; null if no publication wrote the blob, or if the blob was overwritten since.</returns>
    public static string? HashIn(StoredBlob blob) => IsWhole(blob) ? Claimed(blob) : null;

    /// <returns>The SHA-256 in the blob's metadata. It is not verified; only reading the content can confirm it. Null if no publication
    /// wrote the blob.</returns>
    public static string? Claimed(StoredBlob blob) => blob.Metadata.TryGetValue(HashKey, out var sha256) ? sha256 : null;

    // A blob without an MD5 was uploaded in blocks, for which storage computes none. The app never uploads in blocks, so another program
    // wrote the blob.
    private static bool IsWhole(StoredBlob blob) =>
        blob.Md5 is { } md5 && blob.Metadata.TryGetValue(BytesKey, out var written) && written == Convert.ToBase64String(md5);
}
