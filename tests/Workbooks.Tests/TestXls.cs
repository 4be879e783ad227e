using System.Buffers.Binary;
using System.Text;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>Writes an .xls record by record, right or wrong.</summary>
internal sealed class TestXls(int version = TestXls.Biff8)
{
    public const int Biff8 = 0x0600, Biff5 = 0x0500;

    private const int GlobalsKind = 0x0005, SheetKind = 0x0010;

    private readonly List<byte> globals = [];
    private readonly List<(string Name, int State, byte[] Records, int Copies)> sheets = [];

    public TestXls Globals(params byte[][] records)
    {
        globals.AddRange(records.SelectMany(r => r));
        return this;
    }

    public TestXls Sheet(string name, params byte[][] records) => Sheets(name, 1, records);

    public TestXls Hidden(string name, params byte[][] records)
    {
        sheets.Add((name, 2, Joined(records), 1));
        return this;
    }

    /// <summary>Several sheets on the same records.</summary>
    public TestXls Sheets(string name, int copies, params byte[][] records)
    {
        sheets.Add((name, 0, Joined(records), copies));
        return this;
    }

    public byte[] ToBytes() => TestCompound.Of((version == Biff8 ? "Workbook" : "Book", ToStream()));

    public byte[] ToStream()
    {
        byte[] before = [.. Records.Beginning(version, GlobalsKind), .. globals];
        var offset = before.Length + Records.End.Length + sheets.Sum(s => Bound(s.Name, s.State, 0).Length * s.Copies);
        List<byte> list = [], bodies = [];
        foreach (var (name, state, records, copies) in sheets)
        {
            for (var i = 0; i < copies; i++)
                list.AddRange(Bound(name, state, offset + bodies.Count));
            bodies.AddRange([.. Records.Beginning(version, SheetKind), .. records, .. Records.End]);
        }

        return [.. before, .. list, .. Records.End, .. bodies];
    }

    private byte[] Bound(string name, int state, int offset) =>
        Records.Of(RecordType.BoundSheet, BitConverter.GetBytes(offset), [(byte)state, 0, (byte)name.Length], version == Biff8 ? [1, .. Encoding.Unicode.GetBytes(name)] : Encoding.ASCII.GetBytes(name));

    private static byte[] Joined(byte[][] records) => [.. records.SelectMany(r => r)];
}

/// <summary>The records of an .xls. Rows and columns are counted from 0, as in the file.</summary>
internal static class Records
{
    public static byte[] End { get; } = Of(RecordType.EndOfSubstream);

    public static byte[] Of(RecordType type, params byte[][] fields)
    {
        byte[] body = [.. fields.SelectMany(f => f)];
        return [.. Short((int)type), .. Short(body.Length), .. body];
    }

    public static byte[] Beginning(int version, int kind) => Of(RecordType.Beginning, Short(version), Short(kind), new byte[12]);

    public static byte[] Number(int row, int column, double value, int format = 0) => Of(RecordType.Number, Place(row, column, format), BitConverter.GetBytes(value));

    public static byte[] Text(int row, int column, int index) => Of(RecordType.LabelOfSharedString, Place(row, column, 0), BitConverter.GetBytes(index));

    public static byte[] Blank(int row, int column) => Of(RecordType.Blank, Place(row, column, 0));

    /// <param name="result">Eight bytes: a number, or a kind and a value.</param>
    public static byte[] Formula(int row, int column, params byte[] result) => Of(RecordType.Formula, Place(row, column, 0), result, new byte[8]);

    public static byte[] FormulaOfText(int row, int column) => Formula(row, column, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);

    public static byte[] Row(int row, int height, int flags) => Of(RecordType.Row, Short(row), Short(0), Short(1), Short(height), Short(0), Short(0), Short(flags), Short(0));

    public static byte[] Columns(int first, int last, int width, int flags) =>
        Of(RecordType.ColumnInfo, Short(first), Short(last), Short(width), Short(0), Short(flags), Short(0));

    /// <param name="declared">How many texts the table says to hold.</param>
    public static byte[] SharedStrings(uint declared, params byte[][] texts) =>
        Of(RecordType.SharedStrings, [BitConverter.GetBytes(declared), BitConverter.GetBytes(declared), .. texts]);

    public static byte[] Wide(string text) => [.. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    public static byte[] Narrow(string text) => [.. Short(text.Length), 0, .. Encoding.Latin1.GetBytes(text)];

    public static byte[] Continue(params byte[] body) => Of(RecordType.Continue, body);

    public static byte[] Place(int row, int column, int format) => [.. Short(row), .. Short(column), .. Short(format)];

    public static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }
}

/// <summary>Writes a compound file: its streams one after the other, then its folder, then the table of its sectors.</summary>
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
            // What is shorter would have to lie in small sectors.
            var length = Math.Max(content.Length, SmallBelow);
            folder.AddRange(Entry(name, FolderEntry.Stream, number + 1 < streams.Length ? number + 2 : Free, Free, (uint)next.Count, (uint)length));
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
