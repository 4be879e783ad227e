using System.Text.RegularExpressions;
using System.Xml.Linq;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Infra.Tests.Code;

/// <summary>
/// Names in the app's code that the deployment files in infra/ repeat. This class reads them from the source text, so that internal members
/// need not become public.
/// </summary>
internal static partial class CodeNames
{
    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Repository.PathTo("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsGenerated(f))
            .Select(File.ReadAllText),
    ];

    private static readonly string CityStorage = Read("functions/Storage/CityStorage.cs");

    /// <summary>The names of the blob containers in the storage account for data.</summary>
    public static IEnumerable<string> Containers => Folder().Matches(CityStorage).Select(m => m.Groups[1].Value);

    public static IEnumerable<string> Tables => Table().Matches(CityStorage).Select(m => m.Groups[1].Value);

    /// <summary>The names of the settings that the code reads, including those that contain the schedule of a timer.</summary>
    public static IReadOnlySet<string> Settings { get; } =
        Sources.SelectMany(s => Setting().Matches(s))
            .Select(m => m.Groups[m.Groups[1].Success ? 1 : 2].Value)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The names of the metrics that the class CityTelemetry records.</summary>
    public static IReadOnlySet<string> Metrics { get; } = MetricsIn(Read("functions/Application/Telemetry/CityTelemetry.cs"));

    /// <summary>The content security policy that every page of the site contains.</summary>
    public static string PagePolicy { get; } = Policy().Match(Read("site/Shared/Frame.razor")).Groups[1].Value;

    /// <summary>The version of .NET that everything is built for, such as 10.0.</summary>
    public static string DotnetVersion { get; } =
        XDocument.Load(Repository.PathTo("Directory.Build.props")).Descendants("TargetFramework").Single().Value["net".Length..];

    public static HashSet<string> MetricsIn(string text) => Metric().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    /// <returns>Whether one source file contains both parts of the name of a setting such as SiteStorage__accountName: SiteStorage as a
    /// string of its own, and __accountName at the end of a string. Such code builds the full name from the two parts.</returns>
    public static bool ReadsInParts(string setting) =>
        setting.Split("__") is [var account, var suffix]
        && Array.Exists(Sources, s => Quotes(s, $"\"{account}\"") && Quotes(s, $"__{suffix}\""));

    public static string Read(string path) => File.ReadAllText(Repository.PathTo(path.Split('/')));

    private static bool Quotes(string source, string text) => source.Contains(text, StringComparison.Ordinal);

    private static bool IsGenerated(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin");

    [GeneratedRegex("Folder\\(\"([a-z]+)\"\\)")]
    private static partial Regex Folder();

    [GeneratedRegex("Table\\(\"([A-Za-z]+)\"\\)")]
    private static partial Regex Table();

    // The ways in which the code reads a setting: setting("NAME"), Web(setting, "NAME"), GetEnvironmentVariable("NAME"), or %NAME% in a
    // schedule.
    [GeneratedRegex("(?:setting(?:\\(|, )|GetEnvironmentVariable\\()\"([A-Z][A-Z0-9_]+)\"|\"%([A-Z0-9_]+)%\"")]
    private static partial Regex Setting();

    [GeneratedRegex("kawasaki(\\.[a-z]+)+")]
    private static partial Regex Metric();

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"")]
    private static partial Regex Policy();
}
