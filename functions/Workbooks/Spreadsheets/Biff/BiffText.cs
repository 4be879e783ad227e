using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Decodes the texts of an .xls: Unicode in BIFF8, a code page in the older BIFF5 and BIFF7.</summary>
internal sealed class BiffText(BiffReader reader)
{
    private const int Wide = 0x01, Phonetic = 0x04, Rich = 0x08;

    // Used for files that name no code page, because the departments' old files are encoded in it.
    private static readonly Encoding ShiftJis = EncodingOf(932)!;

    private readonly StringBuilder pieces = new();

    /// <summary>The encoding of the texts; null for Unicode.</summary>
    public Encoding? CodePage { get; private set; }

    /// <summary>Sets the code page of all further texts. Shift_JIS is used if the number is unknown or that of Unicode.</summary>
    public void UseCodePage(int number) => CodePage = EncodingOf(number) ?? ShiftJis;

    /// <summary>Reads a text whose length is stored in one byte.</summary>
    public string ReadShort() => Read(reader.Byte()).Text;

    /// <summary>Reads a text whose length is stored in two bytes.</summary>
    public string ReadLong() => ReadRich().Text;

    /// <summary>Reads a text whose length is stored in two bytes, and the fonts of its characters.</summary>
    public BiffRuns ReadRich() => Read(reader.UInt16());

    /// <summary>Reads the text of an RSTRING record. In every version of BIFF its fonts are stored after the text.</summary>
    public BiffRuns ReadRichRecord()
    {
        if (CodePage is not null)
            return ReadRichBytes(CodePage, [.. ReadBytes(reader.UInt16())]);
        var text = ReadLong();
        return new(text, reader.Left < 2 ? [] : ReadFonts(Math.Min(ReadNumber(), reader.Left / 4)));
    }

    /// <summary>
    /// Reads a text that is stored in the CONTINUE records after the record that contains its length. Empty if there is no CONTINUE record,
    /// or if the file is older than BIFF8.
    /// </summary>
    public string ReadContinued(int length) =>
        CodePage is null && reader.TryContinue() ? ReadCharacters(length, reader.Byte()) : "";

    private static Encoding? EncodingOf(int number) => number switch
    {
        0x8001 => EncodingOf(1252),
        0x8000 => EncodingOf(10000),
        > 0 => CodePagesEncodingProvider.Instance.GetEncoding(number),
        _ => null,
    };

    private BiffRuns Read(int length) => CodePage is null ? ReadUnicode(length) : new(CodePage.GetString(ReadBytes(length)), []);

    // The fonts and the phonetic guide are stored after the characters. The guide is skipped, because it is not part of the cell's text.
    private BiffRuns ReadUnicode(int length)
    {
        var flags = reader.Byte();
        var count = (flags & Rich) != 0 ? reader.UInt16() : 0;
        var phonetic = (flags & Phonetic) != 0 ? reader.UInt32() : 0;
        var text = ReadCharacters(length, flags);
        var fonts = ReadFonts(count);
        reader.Skip(phonetic);
        return new(text, fonts);
    }

    private (int Start, int Font)[] ReadFonts(int count)
    {
        // Most texts have no fonts. The count is stored in two bytes, so even a wrong count allocates little memory before the end of the
        // record is reached, which throws.
        (int, int)[] fonts = count == 0 ? [] : new (int, int)[count];
        for (var i = 0; i < count; i++)
            fonts[i] = (ReadNumber(), ReadNumber());
        return fonts;
    }

    // In texts of a code page, the start of a font is given in bytes and must be converted to characters.
    private BiffRuns ReadRichBytes(Encoding encoding, byte[] bytes)
    {
        List<(int, int)> fonts = [];
        for (var count = reader.Left > 0 ? reader.Byte() : 0; count > 0 && reader.Left >= 2; count--)
            fonts.Add((encoding.GetCharCount(bytes, 0, Math.Min(reader.Byte(), bytes.Length)), reader.Byte()));
        return new(encoding.GetString(bytes), fonts);
    }

    // Reads byte by byte, because the two bytes of a number may be in different records.
    private int ReadNumber() => reader.Byte() | (reader.Byte() << 8);

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
            // Each CONTINUE record begins with a flag that says whether its characters have one byte or two.
            if (!reader.TryContinue())
                throw new InvalidDataException("A text is shorter than its declared length.");
            flags = reader.Byte();
        }
    }

    // Copies two-byte characters, which are UTF-16 code units, without decoding them, because the halves of a surrogate pair may be in
    // different records. One-byte characters are the low bytes of code units, which is the same as Latin-1.
    private void Append(ReadOnlySpan<byte> bytes, int width)
    {
        if (width == 2)
            pieces.Append(MemoryMarshal.Cast<byte, char>(bytes));
        else
            pieces.Append(Encoding.Latin1.GetString(bytes));
    }

    // Collects all bytes before they are decoded, because the bytes of one character may be in different records.
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
