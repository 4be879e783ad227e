using System.Buffers.Binary;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Iterates over the records of an .xls and reads the fields of the current record.</summary>
/// <remarks>
/// Within a substream (the workbook's globals or a sheet) the reader only moves forward. Its work is therefore linear in the length of the
/// stream, whatever the records declare. A truncated record throws InvalidDataException.
/// </remarks>
internal sealed class BiffReader(byte[] stream, Budget budget)
{
    private const int HeaderLength = 4;

    // The positions of the next unread byte and of the end of the current record's content.
    private int at, end;

    // The nesting level: 1 within the opened substream, more within a substream inside it, such as a chart in a sheet.
    private int depth;

    public RecordType Type { get; private set; }

    /// <summary>The number of unread bytes of the current record, not counting CONTINUE records that extend it.</summary>
    public int Left => end - at;

    /// <summary>The offset of the next record.</summary>
    public int NextRecord => end;

    /// <summary>Moves to the BOF record at an offset. A BOF record is the first record of a substream.</summary>
    public void Open(uint offset)
    {
        end = offset <= stream.Length ? (int)offset : throw Damage("A substream lies beyond the end of the stream.");
        Step();
        depth = Type == RecordType.Beginning ? 1 : throw Damage("A substream does not begin with BOF.");
    }

    /// <summary>Moves to the next record of the substream and skips nested substreams; returns false at the end of the substream.</summary>
    public bool Next()
    {
        do
        {
            Step();
            depth += Type switch { RecordType.Beginning => 1, RecordType.EndOfSubstream => -1, _ => 0 };
        }
        while (depth > 1);
        return depth > 0;
    }

    /// <summary>Moves to the next record if it is a CONTINUE record, which extends the current one; otherwise returns false.</summary>
    public bool TryContinue()
    {
        if (stream.Length - end < HeaderLength || (RecordType)UInt16At(end) != RecordType.Continue)
            return false;
        Step();
        return true;
    }

    /// <summary>
    /// Returns the next bytes. If the current record has no unread bytes, they are read from the CONTINUE record that follows.
    /// </summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        while (at == end && count > 0 && TryContinue())
        {
        }

        if (count > Left)
            throw Damage("A record is shorter than its fields.");
        at += count;
        return stream.AsSpan(at - count, count);
    }

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Skips bytes, which may extend over several CONTINUE records.</summary>
    public void Skip(long count)
    {
        while (count > Left)
        {
            count -= Left;
            if (!TryContinue())
                throw Damage("A record is shorter than its fields.");
        }

        at += (int)count;
    }

    private void Step()
    {
        budget.Look();
        if (stream.Length - end < HeaderLength)
            throw Damage("The stream ends within a substream.");
        var length = UInt16At(end + 2);
        Type = (RecordType)UInt16At(end);
        at = end + HeaderLength;
        end = length <= stream.Length - at ? at + length : throw Damage("A record is longer than the stream.");
    }

    private int UInt16At(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(offset));

    private static InvalidDataException Damage(string message) => new(message);
}
