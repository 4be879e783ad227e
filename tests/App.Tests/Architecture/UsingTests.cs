using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// Tests the order of `using` lines. `dotnet format style` would check it, too, but takes longer because it loads the whole solution.
/// </summary>
public sealed partial class UsingTests
{
    [Fact]
    public void UsingLinesAreSortedByNameWithSystemFirst()
    {
        var unsorted = new[] { "functions", "site", "tests" }.SelectMany(
            folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(f => !IsSorted(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f));

        Assert.Empty(unsorted);
    }

    [Theory]
    [InlineData("using System.Text;\nusing Azure;\nusing Azure.Data;\nusing static System.Math;\nusing A = System.Text;\n", true)]
    [InlineData("using Azure;\nusing System.Text;\n", false)]
    [InlineData("using Azure.Data;\nusing Azure;\n", false)]
    [InlineData("using A = System.Text;\nusing Azure;\n", false)]
    public void AFileWithUnsortedUsingLinesIsFound(string text, bool isSorted) => Assert.Equal(isSorted, IsSorted(text));

    private static bool IsSorted(string text)
    {
        var lines = Using().Matches(text).ToList();
        return lines.SequenceEqual(lines.OrderBy(GroupOf).ThenBy(NameOf, StringComparer.OrdinalIgnoreCase));
    }

    private static int GroupOf(Match line) =>
        line.Groups["alias"].Success ? 3 : line.Groups["static"].Success ? 2 : NameOf(line).Split('.')[0] == "System" ? 0 : 1;

    private static string NameOf(Match line) => line.Groups["alias"].Success ? line.Groups["alias"].Value : line.Groups["name"].Value;

    [GeneratedRegex(
        @"^using ((?<static>static )|(?<alias>\w+) = )?(?<name>[\w.<>]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}
