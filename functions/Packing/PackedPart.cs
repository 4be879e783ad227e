using System.IO.Compression;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace KawasakiServerless.Packing;

/// <summary>A file that is compressed before it is added to a zip, so that several files can be compressed at the same time.</summary>
/// <param name="Compressed">The content after compression.</param>
/// <param name="Length">The length of the content in bytes before compression.</param>
/// <param name="Checksum">CRC-32 of the content before compression.</param>
internal sealed record PackedPart(byte[] Compressed, long Length, long Checksum)
{
    public static PackedPart Of(byte[] content) => Of(part => part.Write(content, 0, content.Length));

    /// <param name="write">Writes the content to the stream that it is given.</param>
    public static PackedPart Of(Action<Stream> write)
    {
        using var compressed = new MemoryStream();
        using var deflating = new DeflaterOutputStream(compressed, new Deflater(ReproducibleZip.Level, noZlibHeaderOrFooter: true));
        using var measured = new MeasuredStream(deflating);
        write(measured);
        deflating.Finish();
        return new(compressed.ToArray(), measured.Written, measured.Checksum);
    }

    public byte[] Unpack()
    {
        var content = new byte[Length];
        using var inflating = new DeflateStream(new MemoryStream(Compressed), CompressionMode.Decompress);
        inflating.ReadExactly(content);
        return content;
    }

    /// <summary>Passes on the bytes that are written to it, and computes their number and checksum.</summary>
    private sealed class MeasuredStream(Stream next) : MemoryStream
    {
        private readonly Crc32 checksum = new();

        public long Written { get; private set; }

        public long Checksum => checksum.Value;

        public override void Write(byte[] buffer, int offset, int count)
        {
            checksum.Update(new ArraySegment<byte>(buffer, offset, count));
            Written += count;
            next.Write(buffer, offset, count);
        }
    }
}
