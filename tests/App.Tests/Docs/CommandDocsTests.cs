using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>Tests that the commands, files and links in the documents exist.</summary>
public sealed partial class CommandDocsTests
{
    private static readonly string Operations = SourceFiles.Document("docs", "operations.md");
    private static readonly string Parameters = SourceFiles.Document("infra", "main.bicepparam");

    public static TheoryData<string> Documents =>
    [
        "README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/operations.md", "docs/telemetry.md", "docs/threats.md", "docs/architecture.md",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryFileThatADocumentNamesExists(string document) => Assert.All(
        NamedFile().Matches(SourceFiles.Document(document)).Select(m => m.Groups["path"].Value),
        path => Assert.True(Exists(path) || Exists($"{path}.cs"), $"{document} names {path}, which does not exist."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLinkInADocumentLeadsToAFile(string document) => Assert.All(
        Link().Matches(SourceFiles.Document(document)).Select(m => m.Groups["path"].Value),
        path => Assert.True(
            Exists(Path.Combine(Path.GetDirectoryName(document)!, path)), $"{document} links to {path}, which does not exist."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryProjectAndCommandThatADocumentRunsExists(string document)
    {
        foreach (Match run in Run().Matches(SourceFiles.Document(document)))
        {
            Assert.True(Exists(run.Groups["project"].Value), $"{document}: {run.Value}");
            if (run.Groups["project"].Value == "functions/Local" && run.Groups["command"] is { Success: true, Value: var command })
            {
                Assert.Contains(
                    SourceFiles.TextsIn("functions/Local"), text => text.Contains($"new Command(\"{command}\"", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void EveryVariableOfTheDeploymentIsDocumentedAndNoOther()
    {
        var explained = SourceFiles.Section(Operations, "### Before you begin").Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Value().Matches(l.Split('|')[1]).Select(m => m.Groups["name"].Value));

        // The documents do not explain AZURE_ENV_NAME, because azd itself asks for the name of the environment.
        var read = Read().Matches(Parameters).Select(m => m.Groups["name"].Value).Except(["AZURE_ENV_NAME"]);
        Assert.Equal(read.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryAzdVariableThatADocumentSetsOrReadsExists()
    {
        var read = Read().Matches(Parameters).Select(m => m.Groups["name"].Value).ToList();
        var outputs = Output().Matches(SourceFiles.Document("infra", "main.bicep")).Select(m => m.Groups["name"].Value);

        Assert.Empty(Set().Matches(Operations).Select(m => m.Groups["name"].Value).Except(read));
        Assert.Empty(Asked().Matches(Operations).Select(m => m.Groups["name"].Value).Except([.. read, .. outputs]));
    }

    private static bool Exists(string path) => Path.Exists(Repository.PathTo(path));

    // A path that begins with a folder of the repository. A path that contains a placeholder does not match.
    [GeneratedRegex("`(?<path>(?:functions|tests|infra|docs|site|\\.github|\\.ci)/[\\w./-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedFile();

    [GeneratedRegex("\\]\\((?<path>[\\w./-]+)(?:#[^)]*)?\\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        "dotnet run (?:-c Release )?--project (?<project>[\\w./]+)(?: -- (?<command>[a-z]+)\\b)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    [GeneratedRegex("readEnvironmentVariable\\('(?<name>[A-Z_]+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Read();

    [GeneratedRegex("`(?<name>[A-Z_]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Value();

    [GeneratedRegex("^output (?<name>[A-Z_]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Output();

    [GeneratedRegex("azd env set (?<name>[A-Z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Set();

    [GeneratedRegex("azd env get-value (?<name>[A-Z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
