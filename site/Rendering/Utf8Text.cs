using System.Text;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Encodes text as UTF-8 while it is written, so that a page is never in memory as a string.</summary>
internal sealed class Utf8Text : TextWriter
{
    private const int MostBytesOfCharacter = 3;

    // The bytes are in blocks, because one array that grows would need twice the memory of a large page, and more while it is copied.
    private const int BlockSize = 64 * 1024, LongestPart = BlockSize / MostBytesOfCharacter;

    private readonly List<byte[]> full = [];

    private byte[] block = new byte[BlockSize];

    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    // Encodes an ASCII character directly, because the HTML renderer writes most punctuation with this method, one character at a time.
    public override void Write(char value)
    {
        if (char.IsAscii(value) && length < block.Length)
            block[length++] = (byte)value;
        else
            Write(new ReadOnlySpan<char>(in value));
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > LongestPart)
        {
            var end = char.IsHighSurrogate(buffer[LongestPart - 1]) ? LongestPart - 1 : LongestPart;
            WritePart(buffer[..end]);
            buffer = buffer[end..];
        }

        WritePart(buffer);
    }

    /// <summary>Returns and removes the bytes written since the last call.</summary>
    public byte[] Take()
    {
        var taken = new byte[full.Sum(b => b.Length) + length];
        var at = 0;
        foreach (var part in full)
        {
            part.CopyTo(taken, at);
            at += part.Length;
        }

        block.AsSpan(0, length).CopyTo(taken.AsSpan(at));
        full.Clear();
        length = 0;
        return taken;
    }

    private void WritePart(ReadOnlySpan<char> part)
    {
        if (length + (part.Length * MostBytesOfCharacter) > block.Length)
        {
            full.Add(block[..length]);
            length = 0;
        }

        length += Encoding.UTF8.GetBytes(part, block.AsSpan(length));
    }
}
