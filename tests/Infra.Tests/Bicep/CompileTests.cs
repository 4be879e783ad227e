namespace KawasakiServerless.Infra.Tests.Bicep;

/// <summary>
/// The Bicep compiler, its linter with every rule as an error, and its formatter find nothing to report in the files of infra/.
/// </summary>
[Collection(CompiledOnce.Name)]
public sealed class CompileTests(Compiled compiled)
{
    [Theory]
    [InlineData(BicepFolder.Plain)]
    [InlineData(BicepFolder.Everything)]
    public async Task TheBicepCompilerAndLinterFindNoProblems(string parameters) =>
        Assert.Empty(await compiled.Folder.DiagnoseAsync(parameters));

    [Fact]
    public async Task EveryBicepFileIsFormatted()
    {
        List<string> others = [];
        foreach (var file in compiled.Folder.Files)
        {
            if (await compiled.Folder.FormatAsync(file) != await File.ReadAllTextAsync(file))
                others.Add(Path.GetFileName(file));
        }

        Assert.Empty(others);
    }

    [Fact]
    public async Task EveryBicepFileIsPartOfTheInstallation()
    {
        var reached = (await compiled.Folder.ReachAsync(BicepFolder.Plain)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([BicepFolder.Everything], compiled.Folder.Files.Select(f => Path.GetFileName(f)).Where(f => !reached.Contains(f)));
    }
}
