using System.Text.Json;
using System.Text.RegularExpressions;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>
/// Each alert in infra/alerts.json has a section in docs/operations.md that says what to do, and each such section belongs to an alert.
/// </summary>
public sealed partial class AlertDocsTests
{
    private static readonly string Page = SourceFiles.Document("docs", "operations.md");

    [Fact]
    public void EveryAlertHasASectionInTheOperationsPage() =>
        Assert.Equal(Alerts().Order(StringComparer.Ordinal), Sections().Order(StringComparer.Ordinal));

    [Fact]
    public void EverySectionOfAnAlertIsLongEnoughToSayWhatToDo() => Assert.All(Sections(), id =>
        Assert.True(SourceFiles.Section(Page, $"### {id}").Length > 200, $"The section of {id} is too short to help."));

    [Fact]
    public void EveryMetricOfAnAlertIsDocumented()
    {
        var telemetry = SourceFiles.Document("docs", "telemetry.md");
        var measured = Metric().Matches(SourceFiles.Document("infra", "alerts.json")).Select(m => m.Value).ToList();

        Assert.NotEmpty(measured);
        Assert.All(measured, metric => Assert.Contains($"| `{metric}` |", telemetry, StringComparison.Ordinal));
    }

    private static List<string> Alerts()
    {
        using var json = JsonDocument.Parse(SourceFiles.Document("infra", "alerts.json"));
        var alerts = json.RootElement.EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray());
        return [.. alerts.Select(alert => alert.GetProperty("id").GetString()!)];
    }

    // Matches only the sections of alerts, because all other headings of this level begin with a capital letter.
    private static List<string> Sections() => [.. Heading().Matches(Page).Select(m => m.Groups["id"].Value)];

    [GeneratedRegex("^### (?<id>[a-z-]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("kawasaki\\.[a-z.]+")]
    private static partial Regex Metric();
}
