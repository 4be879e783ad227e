using System.Text;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Encodes text as UTF-8 while it is written, so that a page is never in memory as a string.</summary>
internal sealed class Utf8Text : TextWriter
{
    private const int Usual = 64 * 1024, Most = 1024 * 1024, MostBytesOfCharacter = 3;

    private byte[] bytes = new byte[Usual];

    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    // Encodes an ASCII character directly, because the HTML renderer writes most punctuation with this method, one character at a time.
    public override void Write(char value)
    {
        if (char.IsAscii(value) && length < bytes.Length)
            bytes[length++] = (byte)value;
        else
            Write(new ReadOnlySpan<char>(in value));
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var needed = length + (buffer.Length * MostBytesOfCharacter);
        if (needed > bytes.Length)
            Array.Resize(ref bytes, Math.Max(needed, bytes.Length * 2));
        length += Encoding.UTF8.GetBytes(buffer, bytes.AsSpan(length));
    }

    /// <summary>Returns and removes the bytes written since the last call.</summary>
    public byte[] Take()
    {
        var taken = bytes[..length];
        length = 0;
        if (bytes.Length > Most)
            bytes = new byte[Usual];
        return taken;
    }
}
