using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// The build uses only packages that were reviewed: versions are exact, lock files contain hashes, and no lock file says from which package
/// registry a package comes.
/// </summary>
public sealed partial class SupplyChainTests
{
    [Fact]
    public void EveryProjectHasALockFileWithHashes()
    {
        var projects = new[] { "functions", "site", "tests" }
            .SelectMany(f => Directory.EnumerateFiles(Repository.PathTo(f), "*.csproj", SearchOption.AllDirectories))
            .Where(p => !p.Split(Path.DirectorySeparatorChar).Contains("obj")).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains("contentHash", File.ReadAllText(LockOf(project)), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryNuGetPackageHasAnExactVersion()
    {
        var packages = File.ReadAllText(Repository.PathTo("Directory.Packages.props"));
        var versions = Version().Matches(packages).Select(m => m.Groups["version"].Value).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(Exact(), version));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tests/Lighthouse")]
    public void EveryNpmPackageHasAnExactVersionAndAHash(string folder)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Repository.PathTo(folder, "package.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.PathTo(folder, "package-lock.json")));

        Assert.All(Wanted(package.RootElement), wanted => Assert.Matches(Exact(), wanted.Value.GetString()!));
        Assert.All(locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0), entry =>
        {
            Assert.StartsWith("sha512-", entry.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal);
            Assert.False(entry.Value.TryGetProperty("resolved", out _), $"{entry.Name} names the registry it came from.");
        });
    }

    private static string LockOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");

    private static IEnumerable<JsonProperty> Wanted(JsonElement package) => package.EnumerateObject()
        .Where(kind => kind.Name is "dependencies" or "devDependencies").SelectMany(kind => kind.Value.EnumerateObject());

    [GeneratedRegex("<PackageVersion Include=\"[^\"]+\" Version=\"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)+(?:-[0-9A-Za-z.-]+)?$")]
    private static partial Regex Exact();
}
