using System.Net;
using System.Text;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>The HTTP connection to storage. A test can make it lose or replace responses; all other requests reach storage.</summary>
internal sealed class Network() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>
    /// Selects the requests whose response may be lost. Only the first of these responses is lost: storage executes the request, but the
    /// client receives 504.
    /// </summary>
    public Func<HttpRequestMessage, bool> LosesFirstAnswer { get; init; } = _ => false;

    /// <summary>
    /// Returns the response that the client receives instead of one from storage, without sending the request; null to send the request.
    /// The second argument is the number of the request, counted from 1.
    /// </summary>
    public Func<HttpRequestMessage, int, HttpResponseMessage?> Answer { get; init; } = (_, _) => null;

    public int Requests { get; private set; }

    private bool HasLost { get; set; }

    /// <summary>An error response in the form in which the Table service sends it.</summary>
    public static HttpResponseMessage Error(HttpStatusCode status, string code) =>
        new(status)
        {
            Content = new StringContent($$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"No."}}}""",
                Encoding.UTF8, "application/json"),
        };

    /// <summary>A response with status 202 that contains a failed transaction.</summary>
    public static HttpResponseMessage FailedTransaction(int status, string code)
    {
        var body = $$$"""
            --batchresponse_1
            Content-Type: multipart/mixed; boundary=changesetresponse_1

            --changesetresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 {{{status}}} No
            Content-Type: application/json

            {"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"0:No."} } }
            --changesetresponse_1--
            --batchresponse_1--

            """.ReplaceLineEndings("\r\n");
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batchresponse_1");
        return new(HttpStatusCode.Accepted) { Content = content };
    }

    /// <summary>A response with status 200 whose connection breaks after the given beginning of the body.</summary>
    public static HttpResponseMessage Half(string beginning) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream(Encoding.UTF8.GetBytes(beginning))) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answer(request, ++Requests) is { } answer)
            return answer;
        var real = await base.SendAsync(request, cancellationToken);
        if (HasLost || !LosesFirstAnswer(request))
            return real;
        HasLost = true;
        real.Dispose();
        return new(HttpStatusCode.GatewayTimeout);
    }

    private sealed class BrokenStream(byte[] beginning) : MemoryStream(beginning)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The connection was reset.");

        public override int Read(Span<byte> buffer) =>
            base.Read(buffer) is > 0 and var read ? read : throw new IOException("The connection was reset.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The connection was reset.");
    }
}
