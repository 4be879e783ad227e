using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// The folders of a project do not depend on each other in a circle. Namespaces correspond to folders, so the `using` lines show which
/// folder depends on which.
/// </summary>
public sealed partial class FolderTests
{
    [Theory]
    [InlineData("functions/Workbooks", "KawasakiServerless.Workbooks")]
    [InlineData("functions/Application", "KawasakiServerless.Application")]
    [InlineData("functions/Web", "KawasakiServerless.Web")]
    [InlineData("functions/App", "KawasakiServerless.Functions")]
    [InlineData("functions/Local", "KawasakiServerless.Local")]
    public void FoldersOfAProjectDoNotDependOnEachOtherInACircle(string project, string root) =>
        Assert.Equal([], InACircle(Sources(project).SelectMany(s => UsesOf(s.Folder, s.Text, root))));

    [Fact]
    public void TheFoldersOfTheOpenDataUseOnlyThoseAboveThemInTheTable()
    {
        string[] table = ["DataDictionary", "Readability", "Data", "Catalogue"];
        var uses = Sources("site").Concat(Sources("site", "*.razor")).SelectMany(s => UsesOf(s.Folder, s.Text, "KawasakiServerless.Site"))
            .Where(u => table.Contains(u.From) && table.Contains(u.To)).Distinct().ToList();

        Assert.Equal(table[1..], uses.Select(u => u.From).Distinct().OrderBy(f => Array.IndexOf(table, f)));
        Assert.Equal([], uses.Where(u => Array.IndexOf(table, u.To) > Array.IndexOf(table, u.From)));
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

    private static IEnumerable<string> InACircle(IEnumerable<(string From, string To)> uses)
    {
        var folders = uses.Where(u => u.From.Length > 0).ToLookup(u => u.From, u => u.To, StringComparer.Ordinal);
        return folders.Select(u => u.Key).Where(folder => Reaches(folders, folder, folder, []));
    }

    private static IEnumerable<(string From, string To)> UsesOf(string folder, string text, string root) =>
        Used(text, root).Where(used => used != folder).Select(used => (folder, used));

    private static IEnumerable<(string Path, string Folder, string Text)> Sources(string project, string pattern = "*.cs")
    {
        var folder = Repository.PathTo(project.Split('/'));
        return Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
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

    [GeneratedRegex(@"^@?using (?:static )?(?<name>KawasakiServerless[\w.]*);?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
