using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>Azurite takes tokens over HTTPS only; it checks their issuer, audience and times, not the signature.</summary>
public sealed class TokenFacts : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-certificate-");
    private readonly X509Certificate2 certificate = SelfSigned();
    private AzuriteFixture azurite = null!;

    public async Task InitializeAsync()
    {
        var cert = Path.Combine(folder.FullName, "cert.pem");
        var key = Path.Combine(folder.FullName, "key.pem");
        await File.WriteAllTextAsync(cert, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        azurite = new AzuriteFixture { ExtraArguments = ["--oauth", "basic", "--cert", cert, "--key", key] };
        await azurite.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ATokenOpensTheTables()
    {
        var credential = new FakeCredential("https://storage.azure.com");
        var table = Service(credential).GetTableClient(Some.TableName);

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(Some.Row());
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Some.Row("a")), new(TableTransactionActionType.Add, Some.Row("b"))]);

        Assert.Equal(["a", "b", "r"], (await table.QueryAsync<TableEntity>().ToListAsync()).Select(e => e.RowKey));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct());
    }

    [Fact]
    public async Task ATokenForSomethingElseDoesNot()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => Service(new FakeCredential("https://vault.azure.net")).CreateTableIfNotExistsAsync(Some.TableName));

        Assert.Equal(403, e.Status);
    }

    private TableServiceClient Service(TokenCredential credential)
    {
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = IsOurs } };
        return new(azurite.Azurite.TableEndpoint, credential, new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) });
    }

    private bool IsOurs(object sender, X509Certificate? presented, X509Chain? chain, SslPolicyErrors errors) =>
        presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(certificate.RawData);

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private sealed class FakeCredential(string audience) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            var (from, until) = (DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddHours(1));
            var claims = new { aud = audience, iss = "https://sts.windows.net/city/", iat = from.ToUnixTimeSeconds(), nbf = from.ToUnixTimeSeconds(), exp = until.ToUnixTimeSeconds() };
            return new AccessToken($"{Encoded(new { typ = "JWT", alg = "HS256" })}.{Encoded(claims)}.{Encoded("unsigned")}", until);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));

        private static string Encoded<T>(T value) =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
