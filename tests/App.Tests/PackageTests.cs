using System.IO.Compression;
using System.Net;
using System.Text.Json;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.App.Tests;

/// <summary>
/// Packs the app as it is deployed, unpacks it, and starts it with only the settings that infra/ sets: two storage accounts over HTTPS,
/// accessed with tokens of a managed identity. `PACKAGE` names a folder written by `dotnet publish functions/App`, which is then packed
/// instead of the build that the tests use.
/// </summary>
public sealed class PackageTests : IAsyncLifetime
{
    private const string ClientId = "11111111-2222-3333-4444-555555555555";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-package-");
    private readonly LoopbackCertificate certificate = new();
    private readonly HttpClient http = new();
    private AzuriteFixture azurite = null!;
    private ManagedIdentityStandIn identity = null!;
    private string package = "";

    public async Task InitializeAsync()
    {
        azurite = new()
        {
            Stores = 1,
            ExtraArguments = ["--oauth", "basic", "--cert", certificate.CertificateFile, "--key", certificate.KeyFile]
        };
        await azurite.InitializeAsync();
        identity = await ManagedIdentityStandIn.StartAsync();
        var published = Environment.GetEnvironmentVariable("PACKAGE")
            ?? await PublishedWorker.PackBuiltAsync(Path.Combine(folder.FullName, "published"));
        var zip = Path.Combine(folder.FullName, "package.zip");
        await ZipFile.CreateFromDirectoryAsync(published, zip);
        package = Path.Combine(folder.FullName, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(zip, package);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await azurite.DisposeAsync();
        await identity.DisposeAsync();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ThePackagedAppAcceptsAndPublishesWithOnlyItsManagedIdentity()
    {
        AssertNoKey();
        await using var host = await FunctionsHost.StartAsync(Settings(), package);
        http.BaseAddress = host.Address;

        await AssertStatusAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/health");
        using var workbook = new ByteArrayContent(Some.Sample("rinkaibu"));
        await AssertStatusAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/departments/rinkaibu/submissions?year=2018", workbook);
        await AssertStatusAsync(HttpStatusCode.OK, HttpMethod.Post, "/api/years/2018/release");
        await host.RunTimerAsync("NightlyPublish");

        var publications = await AssertStatusAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/publications");
        using var history = JsonDocument.Parse(publications);
        Assert.Contains("\"live\"", publications, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ClientId, identity.AskedFor);
        Assert.Contains(host.Functions, f => f.Name == "Sweep");
    }

    [Fact]
    public async Task AManagedIdentityTokenForAnotherServiceMakesStorageUnavailable()
    {
        identity.Audience = "https://vault.azure.net";
        await using var host = await FunctionsHost.StartAsync(Settings(), package);
        http.BaseAddress = host.Address;

        var answer = await AssertStatusAsync(HttpStatusCode.ServiceUnavailable, HttpMethod.Get, "/api/health");

        Assert.Contains("storage-unavailable", answer, StringComparison.Ordinal);
        Assert.Contains("Check AzureWebJobsStorage, SiteStorage and the roles of the identity", host.Output, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Settings() => new(identity.Settings, StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["AzureWebJobsStorage__clientId"] = ClientId,
        ["AzureWebJobsStorage__blobServiceUri"] = azurite.Azurite.BlobEndpoint.AbsoluteUri,
        ["AzureWebJobsStorage__tableServiceUri"] = azurite.Azurite.TableEndpoint.AbsoluteUri,
        ["SiteStorage__blobServiceUri"] = new Uri(azurite.Azurite.BlobEndpoint, "city1").AbsoluteUri,
        ["WEBSITE_AUTH_ENABLED"] = "True",
        ["WEBSITE_HOSTNAME"] = "care.example",
        ["SITE_URL"] = "https://care.example/",
        ["DATA_LICENSE"] = AppProcess.License,
        ["NIGHTLY_SCHEDULE"] = "0 0 17 * * *",
        ["SSL_CERT_FILE"] = certificate.CertificateFile,
    };

    private void AssertNoKey()
    {
        string[] signs = ["AccountKey=", "SharedAccessSignature=", "InstrumentationKey=", "PRIVATE KEY-----"];
        var texts = Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".json" or ".config" or ".xml" or "");
        Assert.DoesNotContain(texts, file => Path.GetFileName(file) == "local.settings.json" || signs.Any(File.ReadAllText(file).Contains));
        Assert.DoesNotContain(Settings().Values, value => signs.Any(value.Contains));
    }

    private async Task<string> AssertStatusAsync(HttpStatusCode expected, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = content,
            Headers = { { SignedIn.Header, SignedIn.With("Coordinator") } }
        };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text;
    }
}
