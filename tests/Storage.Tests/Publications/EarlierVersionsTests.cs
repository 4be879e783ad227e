using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Purges;

namespace KawasakiServerless.Storage.Tests.Publications;

/// <summary>
/// Azurite keeps no versions of blobs. The test checks that the requests are those that the documentation of the Blob service describes.
/// </summary>
public sealed class EarlierVersionsTests
{
    private const string Listing = """
        <?xml version="1.0" encoding="utf-8"?>
        <EnumerationResults ServiceEndpoint="https://a.example/" ContainerName="content"><Blobs>
          <Blob><Name>live</Name><VersionId>2026-01-02T00:00:00.0000000Z</VersionId><IsCurrentVersion>true</IsCurrentVersion><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
          <Blob><Name>live</Name><VersionId>2026-01-01T00:00:00.0000000Z</VersionId><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
          <Blob><Name>gone</Name><Deleted>true</Deleted><VersionId>2026-01-03T00:00:00.0000000Z</VersionId><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
          <Blob><Name>shot</Name><Snapshot>2026-01-04T00:00:00.0000000Z</Snapshot><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
          <Blob><Name>unversioned</Name><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
          <Blob><Name>soft</Name><Deleted>true</Deleted><Properties><BlobType>BlockBlob</BlobType></Properties></Blob>
        </Blobs><NextMarker /></EnumerationResults>
        """;

    [Fact]
    public async Task EarlierVersionsAndSnapshotsOfBlobsAreDeletedPermanently()
    {
        using var service = new Recorded();
        using var http = new HttpClient(service);
        var options = StorageConnection.BlobOptions();
        options.Transport = new HttpClientTransport(http);
        var container = new BlobServiceClient(new Uri("https://a.example/"), options).GetBlobContainerClient("content");

        var left = await EarlierVersions.RemoveAsync(container, default);

        Assert.Equal(1, left);
        Assert.Equal(
            "include=Deleted,Snapshots,Versions", service.Asked[0].Split('&').Single(q => q.Contains("include", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "DELETE live versionid=2026-01-01T00:00:00.0000000Z",
                "DELETE live versionid=2026-01-01T00:00:00.0000000Z&deletetype=permanent",
                "DELETE gone versionid=2026-01-03T00:00:00.0000000Z&deletetype=permanent",
                "DELETE shot snapshot=2026-01-04T00:00:00.0000000Z",
                "DELETE shot snapshot=2026-01-04T00:00:00.0000000Z&deletetype=permanent",
            ],
            service.Asked.Skip(1));
    }

    private sealed class Recorded : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            Asked.Add(Uri.UnescapeDataString($"{request.Method} {address.AbsolutePath.Split('/')[^1]} {address.Query.TrimStart('?')}"));
            return Task.FromResult(request.Method == HttpMethod.Get
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Listing, null, "application/xml") }
                : new HttpResponseMessage(HttpStatusCode.Accepted));
        }
    }
}
