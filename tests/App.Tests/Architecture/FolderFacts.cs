using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// No two folders of a project depend on each other. Namespaces follow folders, so `using` lines say what depends on what.
/// </summary>
public sealed partial class FolderFacts
{
    [Theory]
    [InlineData("functions/Workbooks", "KawasakiServerless.Workbooks")]
    [InlineData("functions/Application", "KawasakiServerless.Application")]
    [InlineData("functions/Web", "KawasakiServerless.Web")]
    [InlineData("functions/App", "KawasakiServerless.Functions")]
    [InlineData("functions/Local", "KawasakiServerless.Local")]
    public void NoFoldersDependOnEachOther(string project, string root)
    {
        var uses = Sources(project).Where(s => s.Folder.Length > 0)
            .SelectMany(s => Used(s.Text, root).Where(used => used != s.Folder).Select(used => (From: s.Folder, To: used)))
            .ToLookup(u => u.From, u => u.To, StringComparer.Ordinal);

        Assert.Equal([], uses.Select(u => u.Key).Where(folder => Reaches(uses, folder, folder, [])));
    }

    [Theory]
    [InlineData("functions/Workbooks", "KawasakiServerless.Workbooks")]
    [InlineData("functions/Application", "KawasakiServerless.Application")]
    [InlineData("functions/Web", "KawasakiServerless.Web")]
    [InlineData("functions/App", "KawasakiServerless.Functions")]
    [InlineData("functions/Local", "KawasakiServerless.Local")]
    [InlineData("functions/Packing", "KawasakiServerless.Packing")]
    [InlineData("functions/Storage", "KawasakiServerless.Storage")]
    [InlineData("site", "KawasakiServerless.Site")]
    [InlineData("tests/App.Tests", "KawasakiServerless.App.Tests")]
    [InlineData("tests/Application.Tests", "KawasakiServerless.Application.Tests")]
    [InlineData("tests/Browser.Tests", "KawasakiServerless.Browser.Tests")]
    [InlineData("tests/Fault.Tests", "KawasakiServerless.Fault.Tests")]
    [InlineData("tests/Local.Tests", "KawasakiServerless.Local.Tests")]
    [InlineData("tests/Storage.Tests", "KawasakiServerless.Storage.Tests")]
    [InlineData("tests/Testing", "KawasakiServerless.Testing")]
    [InlineData("tests/Web.Tests", "KawasakiServerless.Web.Tests")]
    [InlineData("tests/Workbooks.Tests", "KawasakiServerless.Workbooks.Tests")]
    public void NamespacesFollowFolders(string project, string root) => Assert
        .All(Sources(project).Where(s => Namespace().IsMatch(s.Text)), source =>
    {
        var folders = Path.GetDirectoryName(source.Path)!.Replace(Path.DirectorySeparatorChar, '.');
        Assert.Equal(folders.Length == 0 ? root : $"{root}.{folders}", Namespace().Match(source.Text).Groups["name"].Value);
    });

    private static IEnumerable<(string Path, string Folder, string Text)> Sources(string project)
    {
        var folder = Repository.PathTo(project.Split('/'));
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f))
            .Where(f => f.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .Select(f => (f, f.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? f.Split(Path.DirectorySeparatorChar)[0]
                : "",
                File.ReadAllText(Path.Combine(folder, f))));
    }

    private static IEnumerable<string> Used(string text, string root) => Usings().Matches(text).Select(m => m.Groups["name"].Value)
        .Where(ns => ns.StartsWith($"{root}.", StringComparison.Ordinal)).Select(ns => ns[(root.Length + 1)..].Split('.')[0]).Distinct();

    private static bool Reaches(ILookup<string, string> uses, string from, string to, HashSet<string> seen) =>
        uses[from].Any(next => next == to || (seen.Add(next) && Reaches(uses, next, to, seen)));

    [GeneratedRegex(@"^using (?<name>KawasakiServerless[\w.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
