using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Tests.Publications;

[Collection(OneAzurite.Name)]
public sealed class StaticWebsiteTests(SharedAzurite azurite)
{
    [Fact]
    public async Task TheStaticWebsiteIsSwitchedOnOnceAndOtherSettingsStay()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        var before = (await storage.SiteBlobs.GetPropertiesAsync()).Value;
        var website = new StaticWebsite(storage);

        Assert.Equal(WebsiteState.SwitchedOn, await website.SwitchOnAsync(default));
        Assert.Equal(WebsiteState.Served, await website.SwitchOnAsync(default));

        var after = (await storage.SiteBlobs.GetPropertiesAsync()).Value;
        Assert.Equal((true, "index.html", "404.html"),
            (after.StaticWebsite.Enabled, after.StaticWebsite.IndexDocument, after.StaticWebsite.ErrorDocument404Path));
        Assert.Equal(before.DefaultServiceVersion, after.DefaultServiceVersion);
    }

    [Fact]
    public async Task WithoutPermissionTheStateOfTheStaticWebsiteIsUnknown()
    {
        using var http = new HttpClient(new Refusing());
        var options = new BlobClientOptions { Transport = new HttpClientTransport(http) };
        var storage = new CityStorage(new TableServiceClient(new Uri("https://a.example/?sig=of-nobody")),
            new BlobServiceClient(new Uri("https://a.example/"), options));

        Assert.Equal(WebsiteState.Unknown, await new StaticWebsite(storage).SwitchOnAsync(default));
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden)
            {
                Headers =
                { { "x-ms-error-code", "AuthorizationPermissionMismatch" } }
            });
    }
}
