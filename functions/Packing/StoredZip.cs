using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KawasakiServerless.Packing;

/// <summary>
/// Writes a zip of uncompressed entries, all dated 1 January 1980. ZipArchive would put the operating system into every
/// entry, and compress differently from one version to the next; here the same parts are the same bytes anywhere.
/// </summary>
internal sealed class StoredZip
{
    private const uint Version = 20, Utf8Names = 0x0800, Stored = 0, Midnight = 0, FirstOfJanuary1980 = 0x21;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(RemainderOf)];

    private readonly ArrayBufferWriter<byte> body = new();
    private readonly ArrayBufferWriter<byte> directory = new();
    private uint count;

    public void Add(string path, byte[] content)
    {
        var (name, offset) = (Encoding.UTF8.GetBytes(path), (uint)body.WrittenCount);
        Long(body, 0x04034B50);
        Shorts(body, Version);
        Describe(body, name, content);
        body.Write(name);
        body.Write(content);
        Long(directory, 0x02014B50);
        Shorts(directory, Version, Version);
        Describe(directory, name, content);
        Shorts(directory, 0, 0, 0, 0, 0);
        Long(directory, offset);
        directory.Write(name);
        count++;
    }

    public byte[] ToArray()
    {
        var offset = (uint)body.WrittenCount;
        body.Write(directory.WrittenSpan);
        Long(body, 0x06054B50);
        Shorts(body, 0, 0, count, count);
        Long(body, (uint)directory.WrittenCount);
        Long(body, offset);
        Shorts(body, 0);
        return body.WrittenSpan.ToArray();
    }

    // What local header and directory have in common.
    private static void Describe(IBufferWriter<byte> writer, byte[] name, byte[] content)
    {
        Shorts(writer, Utf8Names, Stored, Midnight, FirstOfJanuary1980);
        Long(writer, Crc32(content));
        Long(writer, (uint)content.Length);
        Long(writer, (uint)content.Length);
        Shorts(writer, (uint)name.Length, 0);
    }

    private static void Shorts(IBufferWriter<byte> writer, params ReadOnlySpan<uint> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(writer.GetSpan(2), (ushort)number);
            writer.Advance(2);
        }
    }

    private static void Long(IBufferWriter<byte> writer, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(writer.GetSpan(4), number);
        writer.Advance(4);
    }

    private static uint Crc32(byte[] content) => ~content.Aggregate(~0u, (crc, b) => (crc >> 8) ^ Remainders[(crc ^ b) & 0xFF]);

    private static uint RemainderOf(int n) => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : (c >> 1) ^ 0xEDB88320);
}
