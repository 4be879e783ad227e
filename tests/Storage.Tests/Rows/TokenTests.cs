using System.Net.Security;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>Azurite takes tokens over HTTPS only; it checks their issuer, audience and times, not the signature.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private readonly LoopbackCertificate certificate = new();
    private AzuriteFixture azurite = null!;

    public Task InitializeAsync()
    {
        azurite = new() { ExtraArguments = ["--oauth", "basic", "--cert", certificate.CertificateFile, "--key", certificate.KeyFile] };
        return azurite.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task ATokenForStorageOpensTheTables()
    {
        var credential = new FakeCredential(StorageToken.StorageAudience);
        var table = Service(credential).GetTableClient(Some.TableName);

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(Some.Row());
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, Some.Row("a")), new(TableTransactionActionType.Add, Some.Row("b"))]);

        Assert.Equal(["a", "b", "r"], (await table.QueryAsync<TableEntity>().ToListAsync()).Select(e => e.RowKey));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct());
    }

    [Fact]
    public async Task ATokenForAnotherServiceDoesNotOpenTheTables()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => Service(new FakeCredential("https://vault.azure.net")).CreateTableIfNotExistsAsync(Some.TableName));

        Assert.Equal(403, e.Status);
    }

    private TableServiceClient Service(TokenCredential credential)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions =
            new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = certificate.Validation }
        };
        return new(azurite.Azurite.TableEndpoint, credential,
            new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) });
    }

    private sealed class FakeCredential(string audience) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            var until = DateTimeOffset.UtcNow.AddHours(1);
            return new AccessToken(StorageToken.For(audience, until), until);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
