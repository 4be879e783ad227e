using System.Collections;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Reads streams from a compound file. A stream is a chain of sectors of equal length; a table gives for each sector the number of the next
/// one.
/// </summary>
internal sealed class SectorChains(ReadOnlyMemory<byte> content, int length, uint[] next)
{
    /// <summary>This and higher values are not sector numbers but markers such as "end of chain".</summary>
    public const uint Marks = 0xFFFFFFFA;

    private readonly BitArray taken = new((content.Length + length - 1) / length);

    /// <summary>Reads the sectors of a chain up to its end, or until they cover the declared length of the stream.</summary>
    /// <param name="bytes">The length that the file declares. It may be wrong, so no memory is allocated according to it.</param>
    public byte[] Read(uint first, uint bytes)
    {
        List<int> chain = [];
        for (var sector = first; sector < Marks && (long)chain.Count * length < bytes; sector = next[sector])
            chain.Add(Claim(sector));
        var stream = new byte[chain.Sum(s => Sector(s).Length)];
        var at = 0;
        foreach (var sector in chain)
        {
            Sector(sector).CopyTo(stream.AsMemory(at));
            at += Sector(sector).Length;
        }

        return stream;
    }

    // Marks a sector as used. A chain that loops or runs into another chain reaches a used sector, and the file is rejected.
    private int Claim(uint sector)
    {
        if (sector >= taken.Length || sector >= next.Length)
            throw new InvalidDataException("A chain of sectors points outside the file.");
        if (taken[(int)sector])
            throw new InvalidDataException("Chains of sectors run into each other.");
        taken[(int)sector] = true;
        return (int)sector;
    }

    private ReadOnlyMemory<byte> Sector(int number) =>
        content.Slice(number * length, Math.Min(length, content.Length - (number * length)));
}
