using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>For each threat, docs/threats.md names an existing test that shows how the threat is stopped.</summary>
public sealed partial class ThreatDocsTests
{
    private static readonly IReadOnlyList<string> Rows =
    [
        .. SourceFiles.Document("docs", "threats.md").Split("\n## ")
            .Where(section => section.Contains("| Shown by |", StringComparison.Ordinal))
            .SelectMany(section => section.Split('\n').SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1))
            .Where(line => line.StartsWith('|')),
    ];

    [Fact]
    public void EveryThreatNamesATest()
    {
        Assert.True(Rows.Count >= 30, $"{Rows.Count} threats");
        Assert.All(Rows, row => Assert.NotEmpty(TestsOf(row)));
    }

    [Fact]
    public void EveryTestThatAThreatNamesExists() =>
        Assert.Equal(
            [],
            Rows.SelectMany(TestsOf).Distinct().Where(t => !Exists(t.Project, t.Class)).Select(t => $"{t.Project}/{t.Class}"));

    private static List<(string Project, string Class)> TestsOf(string row) =>
        [.. Named().Matches(row.Split('|')[^2]).Select(m => (m.Groups["project"].Value, m.Groups["class"].Value))];

    private static bool Exists(string project, string name) =>
        Directory.EnumerateFiles(Repository.PathTo("tests", project), $"{name}.cs", SearchOption.AllDirectories)
            .Any(file => Regex.IsMatch(File.ReadAllText(file), $@"\bclass {name}\b.*\[(?:Fact|Theory)\]", RegexOptions.Singleline));

    [GeneratedRegex("`(?<project>[A-Za-z]+\\.Tests)/(?<class>\\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
