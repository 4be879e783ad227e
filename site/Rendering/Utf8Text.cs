using System.Buffers;
using System.Text;

namespace KawasakiServerless.Site;

/// <summary>Encodes text as UTF-8 while it is written, so that a page is never in memory as a string.</summary>
internal sealed class Utf8Text : TextWriter
{
    private const int Usual = 64 * 1024, Most = 1024 * 1024;

    private ArrayBufferWriter<byte> bytes = new(Usual);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, bytes);

    /// <summary>Returns and removes the bytes written since the last call.</summary>
    public byte[] Take()
    {
        var taken = bytes.WrittenSpan.ToArray();
        if (bytes.Capacity > Most)
            bytes = new(Usual);
        else
            bytes.ResetWrittenCount();
        return taken;
    }
}
