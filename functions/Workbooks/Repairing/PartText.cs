using System.Text;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The encoding of an XML part of a workbook. A part that is changed keeps its encoding and its byte order mark.</summary>
internal sealed record PartText(Encoding Encoding, bool HasMark)
{
    // The XML declaration is searched for in this number of bytes at the beginning of the part. Declarations are much shorter.
    private const int Head = 256;

    private static readonly PartText Utf8 = new(new UTF8Encoding(false, throwOnInvalidBytes: true), false);

    private static readonly PartText[] Marked =
    [
        new(new UTF8Encoding(true, throwOnInvalidBytes: true), true),
        new(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), true),
        new(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), true),
    ];

    /// <param name="part">A stream positioned at the beginning of the part.</param>
    public static PartText Of(Stream part)
    {
        var head = new byte[Head];
        var read = head.AsSpan(0, part.ReadAtLeast(head, Head, throwOnEndOfStream: false));
        foreach (var marked in Marked)
        {
            if (read.StartsWith(marked.Encoding.Preamble))
                return marked;
        }

        return IsUtf8(Encoding.Latin1.GetString(read))
            ? Utf8
            : throw new InvalidDataException("A part of the workbook has an encoding that cannot be written.");
    }

    // Without a byte order mark, a part is UTF-8 if it has no XML declaration, or one that names UTF-8, US-ASCII (a subset of it) or no
    // encoding, unless a NUL shows that it is UTF-16 or UTF-32.
    private static bool IsUtf8(string head)
    {
        var end = head.StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("?>", StringComparison.Ordinal) : 0;
        var named = end > 0 ? TagText.Attribute(head[..end], "encoding") : null;
        return !head.Contains('\0', StringComparison.Ordinal) && named?.ToUpperInvariant() is null or "UTF-8" or "US-ASCII";
    }

    public StreamReader Read(Stream part) => new(part, Encoding, detectEncodingFromByteOrderMarks: HasMark);

    public StreamWriter Write(Stream part) => new(part, Encoding, 16_384, leaveOpen: true);
}
