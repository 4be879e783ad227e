using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Bicep;

/// <summary>The Bicep files in infra/, compiled once for all tests.</summary>
public sealed class Compiled : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("infra-");
    private readonly BicepProcess bicep = BicepProcess.Start();
    private int copies;

    internal BicepFolder Folder { get; private set; } = null!;

    internal IReadOnlyDictionary<string, Deployment> Deployments { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Folder = NewCopy();
        Deployments = new Dictionary<string, Deployment>(StringComparer.Ordinal)
        {
            [BicepFolder.Plain] = await Folder.PredictAsync(BicepFolder.Plain),
            [BicepFolder.Everything] = await Folder.PredictAsync(BicepFolder.Everything),
        };
    }

    public Task DisposeAsync()
    {
        bicep.Dispose();
        root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal BicepFolder NewCopy() => BicepFolder.Copy(bicep, Path.Combine(root.FullName, $"{++copies}"));
}

[CollectionDefinition(Name)]
public sealed class CompiledOnce : ICollectionFixture<Compiled>
{
    public const string Name = "compiled";
}
