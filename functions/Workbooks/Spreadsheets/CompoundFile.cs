using System.Buffers.Binary;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Reads streams from a compound file, the container format of an .xls ([MS-CFB]). Damaged structures throw InvalidDataException.
/// </summary>
/// <remarks>Each sector is read at most once, so the streams together are never larger than the file.</remarks>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512, SmallSector = 64;

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly uint smallBelow, firstOfSmallTable;
    private readonly SectorChains large;
    private readonly Lazy<SectorChains> small;
    private readonly CompoundFolder folder;

    public CompoundFile(ReadOnlyMemory<byte> content)
    {
        if (content.Length < HeaderLength)
            throw new InvalidDataException("The file ends within its header.");
        var header = content.Span;
        var sectorLength = header[30] == 12 ? 4096 : HeaderLength;
        var sectors = content[Math.Min(sectorLength, content.Length)..];
        large = new(sectors, sectorLength, new SectorTable(content[..HeaderLength], sectors, sectorLength).Read());
        folder = new(large.Read(UnsignedAt(header, 48), uint.MaxValue));
        (smallBelow, firstOfSmallTable) = (UnsignedAt(header, 56), UnsignedAt(header, 60));
        small = new(SmallSectors);
    }

    public static bool IsOne(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>Whether a stream or folder with this name exists anywhere in the file.</summary>
    public bool Has(string name) => folder.Has(name);

    /// <summary>
    /// Returns the content of the stream with this name in the root folder, padded to whole sectors; null when there is none. A stream can
    /// be read only once.
    /// </summary>
    public byte[]? Find(string name) => folder.FindStream(name) switch
    {
        null => null,
        { } entry when entry.Length >= smallBelow => large.Read(entry.First, entry.Length),
        { } entry => small.Value.Read(entry.First, entry.Length),
    };

    // Streams below a certain size are stored in smaller sectors, which together form the stream of the root entry.
    private SectorChains SmallSectors()
    {
        var content = large.Read(folder.Root.First, uint.MaxValue);
        return new(content, SmallSector, SectorTable.Numbers(large.Read(firstOfSmallTable, uint.MaxValue)));
    }

    private static uint UnsignedAt(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(header[offset..]);
}
