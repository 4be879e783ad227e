namespace KawasakiServerless.Workbooks;

/// <summary>Passes a part through while counting its bytes.</summary>
internal sealed class MeteredStream(Stream inner, Budget budget, CancellationToken cancellation) : Stream
{
    // XmlReader holds a tag as a whole, however long it is; texts are read in pieces.
    private const int LongestTag = 1024 * 1024;

    private bool inTag;
    private int tagLength;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = inner.Read(buffer);
        budget.SpendBytes(count);
        Measure(buffer[..count]);
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Tags that end within a buffer are no longer than it; only what its end leaves open can grow.
    private void Measure(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf((byte)'>');
        if (end >= 0)
            (inTag, tagLength) = (false, 0);
        bytes = bytes[(end + 1)..];
        var start = inTag ? 0 : bytes.IndexOf((byte)'<');
        if (start < 0)
            return;
        inTag = true;
        tagLength += bytes.Length - start;
        if (tagLength > LongestTag)
            throw new InvalidDataException("The workbook holds a tag that is too long.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
