using System.IO.Compression;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The content of a file, compressed or not, as it is stored and sent.</summary>
/// <param name="Sha256">SHA-256 of the content before compression.</param>
/// <param name="Encoding">gzip, or null for uncompressed bytes.</param>
public sealed record PackedContent(string Sha256, string? Encoding, ReadOnlyMemory<byte> Bytes)
{
    public const string Gzip = "gzip";

    public static string HashOf(ReadOnlyMemory<byte> content) => Domain.Sha256.HexOf(content.Span);

    public static PackedContent Of(SiteFile file, ManifestFile entry) =>
        new(entry.Sha256, entry.Encoding, entry.Encoding is null ? file.Bytes : Compress(file.Bytes));

    /// <summary>
    /// Returns the same content in another encoding. This is necessary because two files with the same content share one stored blob but
    /// may be published with different encodings.
    /// </summary>
    public PackedContent In(string? encoding) => encoding == Encoding
        ? this
        : new(Sha256, encoding, encoding is null ? Unpack() : Compress(Unpack()));

    /// <exception cref="InvalidDataException">The bytes are not valid gzip.</exception>
    public ReadOnlyMemory<byte> Unpack()
    {
        if (Encoding is null)
            return Bytes;
        using var gzip = new GZipStream(new MemoryStream(Bytes.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Compress(ReadOnlyMemory<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(content.Span);
        return compressed.ToArray();
    }
}
