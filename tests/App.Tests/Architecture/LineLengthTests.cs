using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// Lines of code have at most 140 characters, however wide a character is drawn. Text in a string literal is data and may be longer: a line
/// is measured without its longest literal, and the lines of a raw string literal are not measured.
/// </summary>
public sealed partial class LineLengthTests
{
    private const int Widest = 140;

    [Fact]
    public void NoLineHasMoreThan140Characters() => Assert.Empty(SourceFiles().SelectMany(
        file => TooWide(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}")));

    [Fact]
    public void TextInALiteralIsNotMeasured() => Assert.Empty(TooWide($"    var found = Call(\"{new string('x', Widest)}\");"));

    [Fact]
    public void AWideLineIsFound() => Assert.Equal([2], TooWide($"short\n{new string('x', Widest + 1)}"));

    [Fact]
    public void LinesOfARawLiteralAreNotMeasured() =>
        Assert.Empty(TooWide($"var page = \"\"\"\n{new string('x', Widest + 1)}\n    \"\"\";"));

    private static IEnumerable<string> SourceFiles() =>
        from folder in new[] { "functions", "site", "tests" }
        from extension in new[] { "*.cs", "*.razor" }
        from file in Directory.EnumerateFiles(Repository.PathTo(folder), extension, SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")
        select file;

    private static IEnumerable<int> TooWide(string text)
    {
        var isRaw = false;
        foreach (var (at, line) in text.Split('\n').Index())
        {
            var begins = isRaw;
            isRaw ^= RawQuotes().Count(line) % 2 == 1;
            if (!begins && !isRaw && line.TrimEnd('\r').Length - LongestLiteral(line) > Widest)
                yield return at + 1;
        }
    }

    private static int LongestLiteral(string line) =>
        line.Length > Widest ? Literal().Matches(line).Select(m => m.Length).DefaultIfEmpty().Max() : 0;

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Literal();
}
