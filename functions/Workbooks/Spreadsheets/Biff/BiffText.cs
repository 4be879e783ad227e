using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads the texts of an .xls: of BIFF8 in Unicode, of BIFF5 and BIFF7 in a code page.</summary>
internal sealed class BiffText(BiffReader reader)
{
    private const int Wide = 0x01, Phonetic = 0x04, Rich = 0x08;

    // The encoding of the departments' old files that do not name a code page.
    private static readonly Encoding ShiftJis = EncodingOf(932)!;

    private readonly StringBuilder pieces = new();

    /// <summary>Null for Unicode.</summary>
    public Encoding? CodePage { get; private set; }

    /// <summary>Decodes all further texts with a code page; an unknown one, or Unicode's, is treated as Shift_JIS.</summary>
    public void UseCodePage(int number) => CodePage = EncodingOf(number) ?? ShiftJis;

    /// <summary>A text whose length is one byte.</summary>
    public string ReadShort() => Read(reader.Byte()).Text;

    /// <summary>A text whose length is two bytes.</summary>
    public string ReadLong() => ReadRich().Text;

    /// <summary>A text whose length is two bytes, with the fonts of its characters.</summary>
    public BiffRuns ReadRich() => Read(reader.UInt16());

    /// <summary>The text of an RSTRING record, whose fonts follow the text in every BIFF version.</summary>
    public BiffRuns ReadRichRecord()
    {
        if (CodePage is not null)
            return ReadRichBytes(CodePage, [.. ReadBytes(reader.UInt16())]);
        var text = ReadLong();
        return new(text, reader.Left < 2 ? [] : ReadFonts(Math.Min(ReadNumber(), reader.Left / 4)));
    }

    /// <summary>A text in the CONTINUE records after the record that declares its length; empty if no CONTINUE record follows.</summary>
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

    // Fonts and phonetic guides follow the characters; the guides are not part of the cell's text.
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
        // Most texts have no fonts. The declared count has only two bytes, so a wrong count allocates little before the record ends.
        (int, int)[] fonts = count == 0 ? [] : new (int, int)[count];
        for (var i = 0; i < count; i++)
            fonts[i] = (ReadNumber(), ReadNumber());
        return fonts;
    }

    // The start of a font is counted in bytes.
    private BiffRuns ReadRichBytes(Encoding encoding, byte[] bytes)
    {
        List<(int, int)> fonts = [];
        for (var count = reader.Left > 0 ? reader.Byte() : 0; count > 0 && reader.Left >= 2; count--)
            fonts.Add((encoding.GetCharCount(bytes, 0, Math.Min(reader.Byte(), bytes.Length)), reader.Byte()));
        return new(encoding.GetString(bytes), fonts);
    }

    // The two bytes may be in different records.
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
            // Each CONTINUE record starts with its own flag for wide characters.
            if (!reader.TryContinue())
                throw new InvalidDataException("A text is shorter than it says.");
            flags = reader.Byte();
        }
    }

    // The characters are copied, not decoded, because the halves of a surrogate pair may be in different records.
    private void Append(ReadOnlySpan<byte> bytes, int width)
    {
        if (width == 2)
            pieces.Append(MemoryMarshal.Cast<byte, char>(bytes));
        else
            pieces.Append(Encoding.Latin1.GetString(bytes));
    }

    // All bytes are collected before decoding, because the bytes of one character may be in different records.
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
