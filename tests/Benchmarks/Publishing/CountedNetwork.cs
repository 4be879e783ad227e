using System.Collections.Concurrent;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage;

namespace KawasakiServerless.Benchmarks;

/// <summary>The HTTP connection to storage. It records every request by its method and path, for example PUT $web/index.html.</summary>
internal sealed class CountedNetwork() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<string> requests = [];

    public IReadOnlyCollection<string> Requests => requests;

    public void Forget() => requests.Clear();

    public CityStorage Connect(string connection)
    {
        var transport = new HttpClientTransport(this);
        return new(
            new TableServiceClient(connection, new TableClientOptions { Transport = transport }),
            new BlobServiceClient(connection, new BlobClientOptions { Transport = transport }));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        requests.Enqueue($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Split('/', 3)[^1]}");
        return base.SendAsync(request, cancellationToken);
    }
}
