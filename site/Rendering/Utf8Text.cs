using System.Buffers;
using System.Text;

namespace KawasakiServerless.Site;

/// <summary>Takes text and gives its UTF-8, without the whole of it ever being a string.</summary>
internal sealed class Utf8Text : TextWriter
{
    private const int Usual = 64 * 1024, Most = 1024 * 1024;

    private ArrayBufferWriter<byte> bytes = new(Usual);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, bytes);

    /// <summary>What was written since it was last taken.</summary>
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
