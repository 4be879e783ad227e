using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Reads the file allocation table (FAT) of a compound file, which gives the number of the next sector for each sector. Reads at most one
/// such number per sector of the file, rounded up to whole sectors of the table.
/// </summary>
internal sealed class SectorTable(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> sectors, int length)
{
    // The offsets of two header fields: the list with the numbers of the table's first sectors, and the number of the sector that contains
    // the next list, if there are more sectors.
    private const int ListInHeader = 76, FirstList = 68;

    private readonly int count = (sectors.Length + length - 1) / length;

    public uint[] Read()
    {
        List<uint> next = [];
        using var table = Sectors().GetEnumerator();
        while (next.Count < count && table.MoveNext())
            next.AddRange(Numbers(Sector(table.Current).Span));
        return [.. next];
    }

    public static uint[] Numbers(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();

    private IEnumerable<uint> Sectors()
    {
        foreach (var sector in Numbers(header.Span[ListInHeader..]).Where(s => s < SectorChains.Marks))
            yield return sector;
        var list = BinaryPrimitives.ReadUInt32LittleEndian(header.Span[FirstList..]);
        // In a damaged file the chain of these lists may lead back to itself. Each list occupies a sector, so there cannot be more lists
        // than sectors.
        for (var left = count; list < SectorChains.Marks && left > 0; left--)
        {
            var numbers = Numbers(Sector(list).Span);
            foreach (var sector in numbers.SkipLast(1).Where(s => s < SectorChains.Marks))
                yield return sector;
            list = numbers.LastOrDefault(uint.MaxValue);
        }
    }

    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = (long)number * length;
        return start < sectors.Length
            ? sectors.Slice((int)start, (int)Math.Min(length, sectors.Length - start))
            : throw new InvalidDataException("The table of sectors points outside the file.");
    }
}
