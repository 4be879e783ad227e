using ICSharpCode.SharpZipLib.Zip;

namespace KawasakiServerless.Packing;

/// <summary>
/// Writes a zip file reproducibly: all entries are dated 1 January 1980 and compressed by managed code, so the same input yields the same
/// bytes on every machine. ZipArchive would store the operating system in every entry, and its native compression differs between
/// processors and versions.
/// </summary>
internal sealed class ReproducibleZip : IDisposable
{
    /// <summary>The compression level of all files.</summary>
    public const int Level = 6;

    private static readonly DateTime FirstOfJanuary1980 = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly MemoryStream bytes = new();
    private readonly ZipOutputStream zip;

    public ReproducibleZip()
    {
        zip = new(bytes) { UseZip64 = UseZip64.Off, IsStreamOwner = false };
        zip.SetLevel(Level);
    }

    public void Add(string path, ReadOnlyMemory<byte> content) => Add(path, part => part.Write(content.Span));

    /// <summary>Adds a file whose content is compressed while it is being written.</summary>
    public void Add(string path, Action<Stream> write)
    {
        zip.PutNextEntry(EntryOf(path));
        write(zip);
        zip.CloseEntry();
    }

    /// <summary>Adds a file that is already compressed. The result is the same as that of adding its content.</summary>
    public void Add(string path, PackedPart part)
    {
        var entry = EntryOf(path);
        (entry.Crc, entry.Size, entry.CompressedSize) = (part.Checksum, part.Length, part.Compressed.Length);
        zip.PutNextPassthroughEntry(entry);
        zip.Write(part.Compressed);
        zip.CloseEntry();
    }

    public byte[] ToArray()
    {
        zip.Finish();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        bytes.Dispose();
    }

    private static ZipEntry EntryOf(string path) => new(path) { DateTime = FirstOfJanuary1980, IsUnicodeText = true };
}
