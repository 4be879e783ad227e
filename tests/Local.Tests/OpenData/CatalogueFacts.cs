using System.Security.Cryptography;
using System.Text.Json;
using KawasakiServerless.Local.Tests.CommandLine;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.OpenData;

/// <summary>The catalogue of the site built from the samples, read as RDF by a library of others.</summary>
public sealed class CatalogueFacts(BuiltData built) : IClassFixture<BuiltData>
{
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
        var (code, output) = await NodePackages.RunAsync(Repository.PathTo("tests", "App.Tests", "OpenData", "catalogue.mjs"), catalogue);
        Assert.True(code == 0, output);
        return [.. JsonElement.Parse(output).EnumerateArray()];
    }
}
