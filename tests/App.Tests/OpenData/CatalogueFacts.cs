using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using KawasakiServerless.App.Tests.CommandLine;
using KawasakiServerless.Functions.LocalRun;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.OpenData;

/// <summary>The catalogue of the site built from the samples, read as RDF by a library of others.</summary>
public sealed class CatalogueFacts(BuiltData built) : IClassFixture<BuiltData>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("latest")]
    [InlineData("2018")]
    public async Task ReadAsRdfItNamesEveryFileWithItsSizeAndItsChecksum(string folder)
    {
        var files = await ReadAsync(Path.Combine(built.Folder, "data", folder, "catalog.jsonld"));

        Assert.NotEmpty(files);
        Assert.All(files, AssertDescribesItsFile);
    }

    private void AssertDescribesItsFile(JsonElement file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(built.Folder, new Uri(file.GetProperty("address").GetString()!).AbsolutePath[1..]));
        Assert.Equal(bytes.Length, file.GetProperty("size").GetInt32());
        Assert.Equal("http://www.w3.org/2001/XMLSchema#nonNegativeInteger", file.GetProperty("sizeType").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
    }

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(string catalogue)
    {
        using var limit = new CancellationTokenSource(Patience);
        await AzuritePackage.EnsureInstalledAsync(Repository.Root, null, limit.Token);
        using var node = Process.Start(new ProcessStartInfo("node", [Repository.PathTo("tests", "App.Tests", "OpenData", "catalogue.mjs"), catalogue])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(limit.Token), node.StandardError.ReadToEndAsync(limit.Token));
        await node.WaitForExitAsync(limit.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return [.. JsonElement.Parse(await output).EnumerateArray()];
    }
}
