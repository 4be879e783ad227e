using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>Reads documents, and the source files with which tests compare them.</summary>
internal static class SourceFiles
{
    public static string Document(params ReadOnlySpan<string> path) => File.ReadAllText(Repository.PathTo(path));

    /// <summary>The text of every C# file below a folder of the repository.</summary>
    public static IEnumerable<string> TextsIn(string folder) => PathsIn(folder).Select(File.ReadAllText);

    /// <summary>Returns the text below a heading, up to the next heading of the same level or the end of the document.</summary>
    public static string Section(string document, string heading)
    {
        var start = document.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no heading {heading}.");
        var text = document[(start + heading.Length + 1)..];
        var end = text.IndexOf($"\n{heading.Split(' ')[0]} ", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    private static IEnumerable<string> PathsIn(string folder) =>
        Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}
