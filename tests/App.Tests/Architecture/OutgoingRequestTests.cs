using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// The tested projects do not send requests or start processes themselves, so the app never fetches an address that somebody typed. Only
/// the libraries that the app uses send requests, such as those for its storage, its telemetry and Front Door.
/// </summary>
public sealed class OutgoingRequestTests
{
    private static readonly string[] Fetching =
        ["HttpClient", "IHttpClientFactory", "HttpRequestMessage", "WebRequest", "Socket", "TcpClient", "Process"];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Packing")]
    [InlineData("Workbooks")]
    [InlineData("Storage")]
    [InlineData("Site")]
    [InlineData("Application")]
    [InlineData("Web")]
    [InlineData("Functions")]
    public void AProjectSendsNoRequestsAndStartsNoProcesses(string project)
    {
        using var assembly = new PEReader(File.OpenRead(PathOf(project)));
        var metadata = assembly.GetMetadataReader();
        var used = metadata.TypeReferences.Select(t => metadata.GetString(metadata.GetTypeReference(t).Name));

        Assert.Empty(used.Intersect(Fetching, StringComparer.Ordinal));
    }

    // The deployed program is not beside the tests, which start it as a process of its own.
    private static string PathOf(string project)
    {
        var (file, built) = ($"KawasakiServerless.{project}.dll", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name);
        return project == "Functions"
            ? Repository.PathTo("functions", "App", "bin", built, "net10.0", file)
            : Path.Combine(AppContext.BaseDirectory, file);
    }
}
