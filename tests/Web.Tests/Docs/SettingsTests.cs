using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Docs;

/// <summary>Every setting that the code reads is in the README, and the README names no other.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public async Task TheReadmeNamesExactlyTheSettingsThatTheCodeReads()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathTo("README.md"));
        var table = readme[readme.IndexOf("## Settings", StringComparison.Ordinal)..readme.IndexOf("## Where things are",
            StringComparison.Ordinal)];
        var documented = Documented().Matches(table).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(ReadByTheCode().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static HashSet<string> ReadByTheCode() =>
    [
        .. Directory.EnumerateFiles(Repository.PathTo("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Read().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value),
        "AzureWebJobsStorage",
        "AzureWebJobsStorage__accountName",
        "SiteStorage",
        "SiteStorage__accountName",
    ];

    // The ways in which the code reads a setting: setting("NAME"), Web(setting, "NAME"), GetEnvironmentVariable("NAME"), or %NAME% in a
    // schedule.
    [GeneratedRegex("(?:setting(?:\\(|, )|GetEnvironmentVariable\\()\"([A-Z][A-Z0-9_]+)\"|\"%([A-Z0-9_]+)%\"")]
    private static partial Regex Read();

    [GeneratedRegex("`([A-Z][A-Za-z0-9_]+)`")]
    private static partial Regex Documented();
}
