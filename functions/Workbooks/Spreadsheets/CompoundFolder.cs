using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The list of the streams and folders of a compound file.</summary>
internal sealed class CompoundFolder(ReadOnlyMemory<byte> content)
{
    private const int EntryLength = 128;

    private readonly int count = content.Length / EntryLength;

    public FolderEntry Root => count > 0 ? At(0) : throw new InvalidDataException("The file has no folder.");

    public bool Has(string name) =>
        Enumerable.Range(0, count).Select(At).Any(e => e.Type != FolderEntry.Unused && e.IsNamed(name));

    /// <summary>
    /// Returns a stream of the root folder. Other folders are not searched, because embedded workbooks have streams with the same names
    /// there. Null when the root folder has no such stream.
    /// </summary>
    public FolderEntry? FindStream(string name)
    {
        foreach (var entry in InRoot())
        {
            if (entry.Type == FolderEntry.Stream && entry.IsNamed(name))
                return entry;
        }

        return null;
    }

    // Visits the entries of the root folder. They form a binary tree, whose order does not matter for a search by name.
    private IEnumerable<FolderEntry> InRoot()
    {
        HashSet<uint> seen = [];
        var waiting = new Stack<uint>([Root.Child]);
        while (waiting.TryPop(out var number))
        {
            if (number >= count || !seen.Add(number))
                continue;
            var entry = At((int)number);
            yield return entry;
            waiting.Push(entry.Right);
            waiting.Push(entry.Left);
        }
    }

    private FolderEntry At(int number) => FolderEntry.Read(content.Span.Slice(number * EntryLength, EntryLength));
}

/// <summary>The directory entry of a stream or folder in a compound file.</summary>
/// <param name="First">The first sector of a stream; for the root entry, the first sector of the stream that contains the small
/// sectors.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FolderEntry(string Name, int Type, uint Left, uint Right, uint Child, uint First, uint Length)
{
    public const int Unused = 0, Stream = 2;

    public static FolderEntry Read(ReadOnlySpan<byte> entry)
    {
        var (left, right, child) = (UnsignedAt(entry, 68), UnsignedAt(entry, 72), UnsignedAt(entry, 76));
        return new(NameOf(entry), entry[66], left, right, child, UnsignedAt(entry, 116), UnsignedAt(entry, 120));
    }

    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ReadOnlySpan<byte> entry) =>
        entry[64] is >= 2 and <= 64 ? Encoding.Unicode.GetString(entry[..(entry[64] - 2)]) : "";

    private static uint UnsignedAt(ReadOnlySpan<byte> entry, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(entry[offset..]);
}
