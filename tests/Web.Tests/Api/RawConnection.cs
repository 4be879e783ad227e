using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>A response as it was received.</summary>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    public string Code => JsonDocument.Parse(Body).RootElement.GetProperty("code").GetString()!;
}

/// <summary>A connection on which a test sends what HttpClient would never send.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient client;
    private readonly NetworkStream stream;

    private RawConnection(TcpClient client) => (this.client, stream) = (client, client.GetStream());

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connected = new TcpClient();
        await connected.ConnectAsync(address.Host, address.Port);
        return new RawConnection(connected);
    }

    public Task SendAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes).AsTask();

    /// <summary>Ends sending; the connection can still receive.</summary>
    public void EndSending() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Closes the connection with a reset, as if the client program had crashed.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Close();
    }

    /// <summary>
    /// Waits until the app closes the connection. The request must contain Connection: close, or the app must have a reason to close.
    /// </summary>
    /// <returns>Everything that the app sent before; empty if it closed the connection with a reset.</returns>
    public async Task<string> ClosedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            return await reader.ReadToEndAsync(limit.Token);
        }
        catch (IOException)
        {
            // The app closed the connection with a reset, because it had not read everything that the test sent.
            return "";
        }
    }

    /// <summary>Reads the response, after which the app closes the connection.</summary>
    public async Task<RawAnswer> AnswerAsync()
    {
        var text = await ClosedAsync();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var body = text[(end + 4)..];
        var json = body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)];
        return new(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), text[..end], json);
    }

    public void Dispose() => client.Dispose();
}
