using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>However an .xls file is damaged, reading it gives a result: what can be read of it, or a refusal.</summary>
public sealed class DamagedOldWorkbookTests
{
    private const int Cases = 2_000;

    private static readonly string[] Fixtures =
        ["libreoffice-kinds.xls", "gnumeric-kinds-biff7.xls", "gnumeric-kinds-dsf.xls", "libreoffice-protected.xls"];

    // The workbook streams are damaged on their own too, because most bytes of a file are not part of its stream.
    private static readonly byte[][] Streams =
        [.. Fixtures.Select(f => new CompoundFile(Some.Fixture(f))).Select(f => (f.Find("Workbook") ?? f.Find("Book"))!)];

    private static Gen<Action<byte[]>> Change => Gen.OneOf(
        from at in Gen.Choose(0, int.MaxValue - 1)
        from value in Gen.Choose(0, 255)
        select (Action<byte[]>)(bytes => bytes[at % bytes.Length] = (byte)value),
        from at in Gen.Choose(0, int.MaxValue - 1)
        from bit in Gen.Choose(0, 7)
        select (Action<byte[]>)(bytes => bytes[at % bytes.Length] ^= (byte)(1 << bit)));

    private static Gen<Action<byte[]>> RecordChange =>
        from record in Gen.Choose(0, 10_000)
        from offset in Gen.Elements(0, 2)
        from value in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 0xFFFF), Gen.Elements(Enum.GetValues<RecordType>()).Select(t => (int)t))
        select (Action<byte[]>)(bytes => Overwrite(bytes, record, offset, value));

    private static Gen<byte[]> Damaged =>
        from file in Gen.Elements(Fixtures.Select(Some.Fixture).ToArray())
        from changes in Change.NonEmptyListOf()
        from kept in Gen.Frequency((3, Gen.Constant(100)), (1, Gen.Choose(0, 99)))
        select Changed(file, changes)[..(file.Length * kept / 100)];

    private static Gen<byte[]> DamagedWithin =>
        from stream in Gen.Elements(Streams)
        from changes in Gen.OneOf(Change, RecordChange).NonEmptyListOf()
        from kept in Gen.Frequency((3, Gen.Constant(100)), (1, Gen.Choose(0, 99)))
        select TestCompound.Of(("Workbook", Changed(stream, changes)[..(stream.Length * kept / 100)]));

    [Fact]
    public void AnXlsFileWithChangedBytesIsReadOrRefused() => All(Damaged);

    [Fact]
    public void AnXlsFileWithChangedRecordsIsReadOrRefused() => All(DamagedWithin);

    private static void All(Gen<byte[]> files) =>
        Check.One(Seeded.Cases(Cases), Prop.ForAll(files.ToArbitrary(), GetsAnAnswer));

    // There must be a workbook or a refusal, the rows and cells must be in order, and the memory allocated must be reasonable for such a
    // file.
    private static bool GetsAnAnswer(byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (workbook, refusal) = OldWorkbook.Read(content, Budget.New());
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (workbook is null) != (refusal is null) && allocated < 4_000_000 && (workbook?.Sheets.All(IsInOrder) ?? true);
    }

    private static bool IsInOrder(Sheet sheet) =>
        IsAscending([.. sheet.Rows.Select(r => r.Number)])
        && sheet.Rows.All(r => r.Cells.Length > 0 && IsAscending([.. r.Cells.Select(c => c.Column)]));

    private static bool IsAscending(int[] numbers) => numbers.Zip(numbers.Skip(1)).All(p => p.First < p.Second);

    private static byte[] Changed(byte[] content, IEnumerable<Action<byte[]>> changes)
    {
        var bytes = (byte[])content.Clone();
        foreach (var change in changes)
            change(bytes);
        return bytes;
    }

    private static void Overwrite(byte[] stream, int record, int offset, int value)
    {
        List<int> starts = [0];
        while (NextRecord(stream, starts[^1]) is var next && next + 4 <= stream.Length)
            starts.Add(next);
        BinaryPrimitives.WriteUInt16LittleEndian(stream.AsSpan(starts[record % starts.Count] + offset), (ushort)value);
    }

    private static int NextRecord(byte[] stream, int at) => at + 4 + BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
}
