namespace KawasakiServerless.Web.Pipeline;

/// <summary>
/// Wraps the body of a request. If the body cannot be read to its end, the client or its network is the cause. Kestrel throws a plain
/// IOException for some malformed bodies and for a lost connection, which callers would mistake for a storage outage, so this class throws
/// <see cref="BadHttpRequestException"/> instead.
/// </summary>
internal sealed class ClientBody(Stream body) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="BadHttpRequestException">The body was too large (status 413), too slow (408), or incomplete or malformed
    /// (400).</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new BadHttpRequestException(broken.Message, broken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Synchronous reads are not supported; Kestrel does not allow them either.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

internal static class ClientBodies
{
    public static void UseClientBodies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Request.Body = new ClientBody(context.Request.Body);
        return next(context);
    });
}
