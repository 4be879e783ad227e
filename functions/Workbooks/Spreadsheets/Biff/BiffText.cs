using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads the texts of an .xls: of BIFF8 in Unicode, of BIFF5 and BIFF7 in a code page.</summary>
internal sealed class BiffText(BiffReader reader)
{
    private const int Wide = 0x01, Phonetic = 0x04, Rich = 0x08;

    // What our departments' old files are in when they name none.
    private static readonly Encoding ShiftJis = EncodingOf(932)!;

    private readonly StringBuilder pieces = new();

    /// <summary>Null for Unicode.</summary>
    public Encoding? CodePage { get; private set; }

    /// <summary>Texts are in a code page from here on: one that is unknown, or Unicode's, is taken for Shift_JIS.</summary>
    public void UseCodePage(int number) => CodePage = EncodingOf(number) ?? ShiftJis;

    /// <summary>A text whose length is one byte.</summary>
    public string ReadShort() => Read(reader.Byte());

    /// <summary>A text whose length is two bytes.</summary>
    public string ReadLong() => Read(reader.UInt16());

    /// <summary>A text whose length is two bytes, and where letters of other fonts begin in it.</summary>
    public (string Text, IReadOnlyList<(int At, int Font)> Runs) ReadLettered()
    {
        if (CodePage is not null)
            return (ReadLong(), []);
        var (text, runs, phonetic) = ReadParts(reader.UInt16());
        (int, int)[] read = [.. Enumerable.Range(0, runs).Select(_ => (reader.UInt16(), reader.UInt16()))];
        reader.Skip(phonetic);
        return (text, read);
    }

    private static Encoding? EncodingOf(int number) => number switch
    {
        0x8001 => EncodingOf(1252),
        0x8000 => EncodingOf(10000),
        > 0 => CodePagesEncodingProvider.Instance.GetEncoding(number),
        _ => null,
    };

    private string Read(int length) => CodePage is null ? ReadUnicode(length) : CodePage.GetString(ReadBytes(length));

    private string ReadUnicode(int length)
    {
        var (text, runs, phonetic) = ReadParts(length);
        // Both stand after the characters and are no text of the cell's.
        reader.Skip((runs * 4L) + phonetic);
        return text;
    }

    private (string Text, int Runs, uint Phonetic) ReadParts(int length)
    {
        var flags = reader.Byte();
        var runs = (flags & Rich) != 0 ? reader.UInt16() : 0;
        var phonetic = (flags & Phonetic) != 0 ? reader.UInt32() : 0;
        return (ReadCharacters(length, flags), runs, phonetic);
    }

    private string ReadCharacters(int length, int flags)
    {
        pieces.Clear();
        for (var left = length; ;)
        {
            var width = (flags & Wide) + 1;
            var here = Math.Min(left, reader.Left / width);
            Append(reader.Take(here * width), width);
            left -= here;
            if (left == 0)
                return pieces.ToString();
            // Each CONTINUE record says anew whether its characters are wide.
            if (!reader.TryContinue())
                throw new InvalidDataException("A text is shorter than it says.");
            flags = reader.Byte();
        }
    }

    // Not decoded: the halves of a surrogate pair may lie in two records.
    private void Append(ReadOnlySpan<byte> bytes, int width)
    {
        if (width == 2)
            pieces.Append(MemoryMarshal.Cast<byte, char>(bytes));
        else
            pieces.Append(Encoding.Latin1.GetString(bytes));
    }

    // Not decoded one by one: the bytes of a character may lie in two records.
    private ReadOnlySpan<byte> ReadBytes(int length)
    {
        if (length <= reader.Left)
            return reader.Take(length);
        List<byte> bytes = [];
        while (bytes.Count < length)
            bytes.AddRange(reader.Take(Math.Clamp(reader.Left, 1, length - bytes.Count)));
        return CollectionsMarshal.AsSpan(bytes);
    }
}
