using System.Text.RegularExpressions;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using Reasons = KawasakiServerless.Domain.Triggers;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>docs/telemetry.md names every metric, tag, activity and category of the code, and no other.</summary>
public sealed partial class TelemetryDocsTests
{
    private static readonly string Page = SourceFiles.Document("docs", "telemetry.md");
    private static readonly IReadOnlyList<string> Sources = [.. SourceFiles.TextsIn("functions")];

    [Fact]
    public void EveryMetricIsDocumentedWithItsKindAndUnit()
    {
        var measured = Sources.SelectMany(s => Instrument().Matches(s)).Select(Describe);
        var named = MetricRow().Matches(SourceFiles.Section(Page, "## Metrics")).Select(Describe);

        Assert.Equal(measured.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));

        static string Describe(Match m) => $"{m.Groups["name"].Value}: {Lower(m.Groups["kind"].Value)} in {m.Groups["unit"].Value}";
    }

    [Fact]
    public void EveryActivityIsDocumented() =>
        Assert.Equal(
            Sources.SelectMany(s => Started().Matches(s)).SelectMany(m => Expand(m.Groups["name"].Value))
                .Distinct().Order(StringComparer.Ordinal),
            Rows("## Activities", 1).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryTagOfAnActivityIsDocumented() =>
        Assert.Equal(
            Sources.SelectMany(s => Tagged().Matches(s)).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
            Rows("## Activities", 3).Distinct().Order(StringComparer.Ordinal));

    // The local run sends no telemetry.
    [Fact]
    public void EveryClassThatLogsIsADocumentedLogCategory() =>
        Assert.Equal(
            Sources.SelectMany(CategoriesIn).Where(c => !c.StartsWith("Local.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            Rows("## Logs", 1).Select(category => $"Application.{category}").Order(StringComparer.Ordinal));

    [Fact]
    public void TheDocumentedValuesOfTagsAreThoseOfTheCode()
    {
        var metrics = SourceFiles.Section(Page, "## Metrics");

        // A publication is measured when it has ended or waits for the next sweep (the timer that resumes unfinished work), so its measured
        // state is never "running". A restore that did not run is measured as cancelled.
        var states = Names<PublicationState>().Except(["running"]).Append(CityTelemetry.Cancelled);
        Assert.Equal(states.Order(StringComparer.Ordinal), ValuesOf(metrics, "state").Order(StringComparer.Ordinal));
        Assert.Equal(Names<PublicationStage>(), ValuesOf(metrics, "stage"));
        string[] triggers = [Reasons.Nightly, Reasons.Request, Reasons.Command, Reasons.Restore, Reasons.Purge];
        Assert.Equal(triggers, ValuesOf(metrics, "trigger"));
        var outcomes = typeof(UploadOutcome).GetNestedTypes().Select(t => Lower(t.Name));
        Assert.Equal(outcomes.Order(StringComparer.Ordinal), ValuesOf(metrics, "outcome").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> CategoriesIn(string source) => Logger().Matches(source)
        .Select(m => $"{Namespace().Match(source).Groups["name"].Value}.{m.Groups["name"].Value}");

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(Lower);

    private static IEnumerable<string> Expand(string name) =>
        name.EndsWith('.') ? Names<PublicationStage>().Select(stage => name + stage) : [name];

    private static IEnumerable<string> Rows(string heading, int column) => SourceFiles.Section(Page, heading).Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Quoted().Matches(line.Split('|')[column]).Select(m => m.Groups["name"].Value));

    private static IReadOnlyList<string> ValuesOf(string metrics, string tag)
    {
        var row = metrics.Split('\n').Single(line => line.StartsWith($"| `{tag}` |", StringComparison.Ordinal)).Split('|')[2];
        return [.. Parentheses().Replace(row, "").Split(',', StringSplitOptions.TrimEntries)];
    }

#pragma warning disable CA1308 // The names in docs/telemetry.md are lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex(
        "Create(?:Observable)?(?<kind>Counter|Histogram|Gauge)<\\w+>\\(\\s*\"(?<name>[^\"]+)\"(?:,\\s+\\w+)?,\\s+\"(?<unit>[^\"]+)\"",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Instrument();

    [GeneratedRegex(
        @"^\| `(?<name>kawasaki\.[a-z.]+)` \| (?<kind>\w+) \| (?<unit>\S+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MetricRow();

    // Matches the name of an activity that the code starts: "publication", or the part before the variable part of $"publication.{…}".
    [GeneratedRegex("\\.(?:Start|Create)Activity\\(\\s*\\$?\"(?<name>[a-z.]+)[\"{]", RegexOptions.ExplicitCapture)]
    private static partial Regex Started();

    [GeneratedRegex("(?:SetTag\\(|new\\()\\s*\"(?<name>[a-z]+\\.[a-z.]+)\",", RegexOptions.ExplicitCapture)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"ILogger<(?<name>\w+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Logger();

    [GeneratedRegex(@"^namespace KawasakiServerless\.(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex("`(?<name>[A-Za-z.]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@" \([^)]*\)")]
    private static partial Regex Parentheses();
}
