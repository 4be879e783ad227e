using System.Security.Cryptography;
using System.Text.Json;
using KawasakiServerless.Local.Tests.CommandLine;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.OpenData;

/// <summary>The catalogue of the site built from the samples, read as RDF by third-party libraries.</summary>
public sealed class CatalogueTests(BuiltData built) : IClassFixture<BuiltData>
{
    [Theory]
    [InlineData("latest")]
    [InlineData("2018")]
    public async Task TheCatalogueReadAsRdfNamesEveryFileWithItsSizeAndChecksum(string folder)
    {
        var files = await ReadAsync(Path.Combine(built.Folder, "data", folder, "catalog.jsonld"));

        Assert.NotEmpty(files);
        Assert.All(files, AssertDescribesItsFile);
    }

    [Fact]
    public async Task DataPackageAndCsvwAreValidAndEveryCellIsOfItsType()
    {
        var (code, output) = await NodePackages.RunAsync(Script("described.mjs"), Path.Combine(built.Folder, "data", "latest"));

        Assert.True(code == 0, output);
        Assert.StartsWith("0 wrong, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCatalogueFollowsTheShapesOfPortalsAndSpoiledCopiesDoNot()
    {
        string[] spoiled =
        [
            "delete c['dct:license']",
            "c['dcat:dataset'][1]['dcat:distribution'][0]['dcat:byteSize']['@value'] = '-1'",
            "c['dcat:dataset'][1]['dct:temporal']['dcat:startDate']['@value'] = '2999-01-01'",
        ];
        var (_, output) = await NodePackages.RunAsync(
            Script("shapes.mjs"), [Path.Combine(built.Folder, "data", "latest", "catalog.jsonld"), .. spoiled]);

        var found = output.TrimEnd().Split('\n');
        Assert.True(found[0] == "0 violations", output);
        Assert.Equal(["license", "byteSize", "temporal"], found.Skip(1)
            .Select(f => new[] { "license", "byteSize", "temporal" }.FirstOrDefault(f.Contains)));
    }

    private static string Script(string name) => Repository.PathTo("tests", "Local.Tests", "OpenData", name);

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
