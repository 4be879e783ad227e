using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

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

    // The sweep records the age of the last nightly run before it makes up for the run, so the age exceeds Overdue for a short time after
    // each night whose timer did not fire.
    [Fact]
    public void TheAlertAboutAMissingNightLeavesTheAppSeveralSweepsToMakeUpForIt()
    {
        using var json = JsonDocument.Parse(SourceFiles.Document("infra", "alerts.json"));
        var seconds = AlertsIn(json).Single(alert => IdOf(alert) == "night-missing").GetProperty("threshold").GetDouble();

        Assert.InRange(TimeSpan.FromSeconds(seconds) - Nights.Overdue, TimeSpan.FromMinutes(30), TimeSpan.FromHours(2));
    }

    private static List<string> Alerts()
    {
        using var json = JsonDocument.Parse(SourceFiles.Document("infra", "alerts.json"));
        return [.. AlertsIn(json).Select(IdOf)];
    }

    private static IEnumerable<JsonElement> AlertsIn(JsonDocument json) =>
        json.RootElement.EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray());

    private static string IdOf(JsonElement alert) => alert.GetProperty("id").GetString()!;

    // Matches only the sections of alerts, because all other headings of this level begin with a capital letter.
    private static List<string> Sections() => [.. Heading().Matches(Page).Select(m => m.Groups["id"].Value)];

    [GeneratedRegex("^### (?<id>[a-z-]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("kawasaki\\.[a-z.]+")]
    private static partial Regex Metric();
}
