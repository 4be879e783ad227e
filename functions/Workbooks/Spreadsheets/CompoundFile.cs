using System.Buffers.Binary;
using System.Text;

namespace KawasakiServerless.Workbooks;

/// <summary>The file system within an .xls ([MS-CFB]). Chains of sectors end, whatever the file says.</summary>
internal sealed class CompoundFile(ReadOnlyMemory<byte> content)
{
    private const int HeaderLength = 512, EntryLength = 128, InHeader = 109, SmallSector = 64;
    private const uint LastSector = 0xFFFFFFFA;

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly int sectorLength = content.Length >= HeaderLength && content.Span[30] == 12 ? 4096 : 512;

    public static bool IsOne(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>A stream by name, padded to whole sectors; null when there is none.</summary>
    public byte[]? Find(string name)
    {
        if (content.Length < HeaderLength)
            return null;
        var large = new Sectors(content[Math.Min(sectorLength, content.Length)..], sectorLength, SectorTable());
        var folder = large.Chain(UnsignedAt(48));
        if (EntryNamed(name, folder) is not { } entry)
            return null;
        if (entry.Length >= UnsignedAt(56))
            return large.Chain(entry.First);
        // What is small lies in small sectors, within the stream of the root.
        var small = new Sectors(large.Chain(FirstOf(folder)), SmallSector, Numbers(large.Chain(UnsignedAt(60))));
        return small.Chain(entry.First);
    }

    private static (uint First, uint Length)? EntryNamed(string name, byte[] folder)
    {
        for (var at = 0; at + EntryLength <= folder.Length; at += EntryLength)
        {
            var entry = folder.AsSpan(at, EntryLength);
            if (NameOf(entry) == name)
                return (FirstOf(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
        }

        return null;
    }

    private static uint FirstOf(ReadOnlySpan<byte> entry) => entry.Length < EntryLength ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);

    private static string NameOf(ReadOnlySpan<byte> entry) =>
        entry[64] is >= 2 and <= 64 ? Encoding.Unicode.GetString(entry[..(entry[64] - 2)]) : "";

    private List<uint> SectorTable() =>
        [.. TableSectors().Take((content.Length / sectorLength) + 1).SelectMany(sector => Numbers(Sector(sector)))];

    private static List<uint> Numbers(ReadOnlyMemory<byte> bytes)
    {
        List<uint> numbers = [];
        for (var at = 0; at + 4 <= bytes.Length; at += 4)
            numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]));
        return numbers;
    }

    private IEnumerable<uint> TableSectors()
    {
        for (var i = 0; i < InHeader; i++)
        {
            if (UnsignedAt(76 + (i * 4)) is < LastSector and var sector)
                yield return sector;
        }

        var perSector = (sectorLength / 4) - 1;
        var (more, left) = (UnsignedAt(68), content.Length / sectorLength);
        for (; more < LastSector && left > 0; left--)
        {
            var list = Sector(more);
            if (list.Length < sectorLength)
                yield break;
            for (var i = 0; i < perSector; i++)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(list.Span[(i * 4)..]) is < LastSector and var sector)
                    yield return sector;
            }

            more = BinaryPrimitives.ReadUInt32LittleEndian(list.Span[(perSector * 4)..]);
        }
    }

    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = (number + 1L) * sectorLength;
        return start >= content.Length ? default : content.Slice((int)start, (int)Math.Min(sectorLength, content.Length - start));
    }

    private uint UnsignedAt(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(content.Span[offset..]);

    private sealed record Sectors(ReadOnlyMemory<byte> Content, int Length, IReadOnlyList<uint> Next)
    {
        public byte[] Chain(uint first)
        {
            using var stream = new MemoryStream();
            var left = (Content.Length / Length) + 1;
            for (var sector = first; sector < LastSector && left > 0; left--)
            {
                var start = (long)sector * Length;
                if (start < Content.Length)
                    stream.Write(Content.Span.Slice((int)start, (int)Math.Min(Length, Content.Length - start)));
                sector = sector < Next.Count ? Next[(int)sector] : uint.MaxValue;
            }

            return stream.ToArray();
        }
    }
}
