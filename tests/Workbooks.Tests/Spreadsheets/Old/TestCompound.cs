using System.Buffers.Binary;
using System.Text;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>
/// Writes a compound file: its streams one after the other, then its folder (the directory), then the table of its sectors.
/// </summary>
internal static class TestCompound
{
    public const int SectorLength = 512;

    private const int EntryLength = 128, SmallBelow = 4096;
    private const uint EndOfChain = 0xFFFFFFFE, Free = 0xFFFFFFFF;

    public static byte[] Of(params (string Name, byte[] Content)[] streams)
    {
        List<byte> sectors = [];
        List<uint> next = [];
        List<byte> folder = [.. Entry("Root Entry", 5, Free, 1, EndOfChain, 0)];
        foreach (var ((name, content), number) in streams.Select((s, i) => (s, (uint)i)))
        {
            // A stream shorter than this would have to be stored in mini sectors, which this class does not write, so it is padded.
            var length = Math.Max(content.Length, SmallBelow);
            var right = number + 1 < streams.Length ? number + 2 : Free;
            folder.AddRange(Entry(name, FolderEntry.Stream, right, Free, (uint)next.Count, (uint)length));
            Add(sectors, next, content, length);
        }

        var folderAt = (uint)next.Count;
        Add(sectors, next, [.. folder], folder.Count);
        return [.. Header(folderAt, (uint)next.Count, TableLength(next.Count)), .. sectors, .. Table(next)];
    }

    private static void Add(List<byte> sectors, List<uint> next, byte[] content, int length)
    {
        var count = (length + SectorLength - 1) / SectorLength;
        next.AddRange(Enumerable.Range(next.Count + 1, count - 1).Select(n => (uint)n).Append(EndOfChain));
        sectors.AddRange([.. content, .. new byte[(count * SectorLength) - content.Length]]);
    }

    private static int TableLength(int sectors) => (int)Math.Ceiling(sectors / ((SectorLength / 4) - 1.0));

    private static byte[] Table(List<uint> next)
    {
        var length = TableLength(next.Count);
        var padding = (length * SectorLength / 4) - next.Count;
        return [.. next.Concat(Enumerable.Repeat(EndOfChain, padding)).SelectMany(BitConverter.GetBytes)];
    }

    private static byte[] Header(uint folder, uint table, int tableLength)
    {
        var header = new byte[SectorLength];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        header[30] = 9;
        Put(header, 48, folder);
        Put(header, 56, SmallBelow);
        Put(header, 60, EndOfChain);
        Put(header, 68, EndOfChain);
        for (var i = 0; i < 109; i++)
            Put(header, 76 + (i * 4), i < tableLength ? table + (uint)i : Free);
        return header;
    }

    private static byte[] Entry(string name, byte type, uint right, uint child, uint first, uint length)
    {
        var entry = new byte[EntryLength];
        Encoding.Unicode.GetBytes(name + '\0').CopyTo(entry, 0);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = type;
        Put(entry, 68, Free);
        Put(entry, 72, right);
        Put(entry, 76, child);
        Put(entry, 116, first);
        Put(entry, 120, length);
        return entry;
    }

    private static void Put(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
}
