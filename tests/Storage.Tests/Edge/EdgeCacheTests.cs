using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using KawasakiServerless.Storage.Edge;

namespace KawasakiServerless.Storage.Tests.Edge;

/// <summary>The tests have no Front Door. They check that the requests are those that its documentation describes.</summary>
public sealed class EdgeCacheTests
{
    private const string Endpoint = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e";

    [Fact]
    public async Task TheCacheOfFrontDoorIsPurgedWithATokenForTheManagementApi()
    {
        using var service = new Recorded(HttpStatusCode.Accepted);
        var credential = new AnyCredential();

        await Cache(service, credential).PurgeAsync(default);

        Assert.Equal(
            $$"""POST https://management.azure.com{{Endpoint}}/purge?api-version=2025-06-01 Bearer a-token application/json {"contentPaths":["/*"]}""",
            Assert.Single(service.Asked));
        Assert.Equal(["https://management.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task ARefusedPurgeOfTheFrontDoorCacheThrowsWithItsStatus()
    {
        using var service = new Recorded(HttpStatusCode.Forbidden);

        var refused = await Assert.ThrowsAsync<StorageException>(() => Cache(service, new AnyCredential()).PurgeAsync(default));

        Assert.Equal((403, false), (refused.Status, refused.MayPass));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task WithoutFrontDoorNoCacheIsPurged(string? setting)
    {
        var storage = StorageConnection.Open(
            name => name == "AzureWebJobsStorage__accountName" ? "kawasaki" : name == "FRONT_DOOR_ENDPOINT" ? setting : null);

        Assert.Same(EdgeCache.None, storage.Edge);
        await storage.Edge.PurgeAsync(default);
    }

    [Fact]
    public void AFrontDoorEndpointThatIsNoResourceIdIsRefusedAtTheStart()
    {
        var wrong = Assert.Throws<InvalidOperationException>(
            () => StorageConnection.Open(name => name == "AzureWebJobsStorage__accountName" ? "kawasaki" : name == "FRONT_DOOR_ENDPOINT" ? "https://evil.example/" : null));

        Assert.StartsWith("FRONT_DOOR_ENDPOINT is not the resource id", wrong.Message, StringComparison.Ordinal);
    }

    private static EdgeCache Cache(HttpMessageHandler service, TokenCredential credential) =>
        new(Endpoint, credential, new Options { Transport = new HttpClientTransport(service) });

    private sealed class Options : ClientOptions;

    private sealed class Recorded(HttpStatusCode answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(
                $"{request.Method} {request.RequestUri} {request.Headers.Authorization} {request.Content!.Headers.ContentType} "
                    + $"{await request.Content.ReadAsStringAsync(cancellationToken)}");
            return new(answer);
        }
    }

    private sealed class AnyCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new("a-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
