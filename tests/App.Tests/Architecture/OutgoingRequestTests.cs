using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

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
    public void AProjectSendsNoRequestsAndStartsNoProcesses(string project)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"KawasakiServerless.{project}.dll")));
        var metadata = assembly.GetMetadataReader();
        var used = metadata.TypeReferences.Select(t => metadata.GetString(metadata.GetTypeReference(t).Name));

        Assert.Empty(used.Intersect(Fetching, StringComparer.Ordinal));
    }
}
