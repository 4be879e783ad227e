using System.Collections;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Chains of sectors of equal length; each sector has the number of the next one.</summary>
internal sealed class SectorChains(ReadOnlyMemory<byte> content, int length, uint[] next)
{
    /// <summary>Numbers from here on are special markers, such as end of chain, and not sectors.</summary>
    public const uint Marks = 0xFFFFFFFA;

    private readonly BitArray taken = new((content.Length + length - 1) / length);

    /// <summary>Reads a chain to its end, or until it covers the declared length of the stream.</summary>
    /// <param name="bytes">The declared length; nothing is allocated on the basis of it.</param>
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

    // A chain that loops, or runs into another chain, reaches a sector that is already claimed.
    private int Claim(uint sector)
    {
        if (sector >= taken.Length || sector >= next.Length)
            throw new InvalidDataException("A chain of sectors leads out of the file.");
        if (taken[(int)sector])
            throw new InvalidDataException("Chains of sectors run into each other.");
        taken[(int)sector] = true;
        return (int)sector;
    }

    private ReadOnlyMemory<byte> Sector(int number) =>
        content.Slice(number * length, Math.Min(length, content.Length - (number * length)));
}
