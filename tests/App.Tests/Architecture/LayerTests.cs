using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>Tests which assemblies each assembly refers to, according to the references in the compiled files.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Packing", "")]
    [InlineData("Workbooks", "Domain Packing")]
    [InlineData("Storage", "Domain")]
    [InlineData("Site", "Domain Packing")]
    [InlineData("Application", "Domain Site Storage Workbooks")]
    [InlineData("Web", "Application Domain Site Storage")]
    public void AProjectRefersOnlyToProjectsOfLowerLayers(string project, string below)
    {
        var allowed = below.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => $"KawasakiServerless.{b}")
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(
            ReferencesOf(project), r => r.StartsWith("KawasakiServerless", StringComparison.Ordinal) && !allowed.Contains(r));
    }

    [Fact]
    public void TheApplicationProjectDoesNotReferToAspNetCore() =>
        Assert.DoesNotContain(ReferencesOf("Application"), r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void TheFunctionsAppDoesNotReferToTheLocalProject() =>
        Assert.DoesNotContain("KawasakiServerless.Local", ReferencesOf("Functions"));

    [Fact]
    public void TheFunctionsAppDoesNotReferToTheStorageSdk() =>
        Assert.DoesNotContain(ReferencesOf("Functions"), r => r.StartsWith("Azure.Data", StringComparison.Ordinal)
            || r.StartsWith("Azure.Storage", StringComparison.Ordinal));

    private static List<string> ReferencesOf(string project)
    {
        var folder = Repository.PathTo("functions", "App", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");
        using var file = File.OpenRead(Path.Combine(folder, $"KawasakiServerless.{project}.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
