using KawasakiServerless.Domain;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Architecture;

/// <summary>
/// Departments may be renamed and split every April, so their names are stored in the register (the list of departments) and must not occur
/// in the code.
/// </summary>
public sealed class RegisterTests
{
    private static readonly string[] Names =
        [.. Register.Of2018.Departments.SelectMany(d => d.Aliases.Prepend(d.Name).Append(d.Ward ?? d.Name)).Distinct()];

    [Fact]
    public void NoDepartmentIsNamedInCode()
    {
        var named = new[] { "functions", "site" }.SelectMany(
            folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .SelectMany(
                f => File.ReadLines(f).Where(NamesOne).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}: {line.Trim()}"));

        Assert.Empty(named);
    }

    // Ignores comments, because they may give examples from the report of 2018.
    private static bool NamesOne(string line)
    {
        var code = line.Split("//", 2)[0];
        return Names.Any(name => code.Contains(name, StringComparison.Ordinal));
    }
}
