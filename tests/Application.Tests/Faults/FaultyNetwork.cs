using System.Collections.Concurrent;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage;

namespace KawasakiServerless.Application.Tests.Faults;

/// <summary>
/// The connection to storage. A test can choose requests that do not arrive and requests that are refused, and can have the first answer to
/// each write lost.
/// </summary>
internal sealed class FaultyNetwork() : DelegatingHandler(new SocketsHttpHandler())
{
    public const int MostRetries = 3;

    private readonly ConcurrentDictionary<string, bool> answered = new(StringComparer.Ordinal);
    private int refused;

    public Func<HttpRequestMessage, bool> IsCut { get; set; } = _ => false;

    /// <summary>The status with which storage refuses a request instead of carrying it out; null to carry it out.</summary>
    public Func<HttpRequestMessage, HttpStatusCode?> Refusal { get; set; } = _ => null;

    public bool LosesFirstAnswers { get; set; }

    /// <summary>How many requests did not arrive.</summary>
    public int Refused => refused;

    public CityStorage Connect(string connection) => new(
        new TableServiceClient(connection, Through(new TableClientOptions())),
        new BlobServiceClient(connection, Through(new BlobClientOptions())));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsCut(request))
        {
            Interlocked.Increment(ref refused);
            throw new HttpRequestException("Out of reach.");
        }

        if (Refusal(request) is { } refusal)
            return new HttpResponseMessage(refusal) { Headers = { { "x-ms-error-code", "Refused" } } };

        var answer = await base.SendAsync(request, cancellationToken);
        if (!LosesFirstAnswers || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
            || !answered.TryAdd(IdOf(request), true))
            return answer;
        answer.Dispose();
        return new HttpResponseMessage(HttpStatusCode.GatewayTimeout);
    }

    // The id is the same for every attempt to send the same request.
    private static string IdOf(HttpRequestMessage request) => string.Concat(request.Headers.GetValues("x-ms-client-request-id"));

    private TOptions Through<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Transport = new HttpClientTransport(this);
        options.Retry.MaxRetries = MostRetries;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }
}
