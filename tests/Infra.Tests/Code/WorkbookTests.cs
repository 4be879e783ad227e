using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Infra.Tests.Code;

/// <summary>The Azure Monitor workbook (a dashboard in the Azure portal) shows exactly the metrics that the code records.</summary>
public sealed partial class WorkbookTests
{
    private static readonly string Workbook = CodeNames.Read("infra/workbook.json");

    [Fact]
    public void TheMonitorWorkbookShowsEveryMetricAndNoOther() => Assert.Equal(
        CodeNames.Metrics.Order(StringComparer.Ordinal),
        CodeNames.MetricsIn(Workbook).Order(StringComparer.Ordinal));

    // Telemetry exporters fill in different columns for a gauge (a metric whose samples are single values), but all of them put the value
    // into the column Sum. The queries must therefore read this column.
    [Fact]
    public void QueriesOfGaugesReadTheColumnSum() => Assert.All(
        Queries().Where(query => CodeNames.MetricsIn(query).Any(metric => metric.EndsWith(".age", StringComparison.Ordinal))),
        query => Assert.Contains("= max(Sum) / ", query, StringComparison.Ordinal));

    [Fact]
    public void TheTitleOfAChartNamesTheThresholdOfTheAlertOnItsMetric()
    {
        var charts = Contents().Select(c => (Title: AlertInTitle().Match((string?)c["title"] ?? ""), Query: (string?)c["query"] ?? ""))
            .Where(c => c.Title.Success).ToList();
        Assert.Equal(3, charts.Count);
        Assert.All(charts, chart => Assert.Equal(
            ThresholdOn(CodeNames.MetricsIn(chart.Query).Single()),
            NumberIn(chart.Title) * NumberIn(SecondsOfUnit().Match(chart.Query))));
    }

    private static int ThresholdOn(string metric) => JsonNode.Parse(CodeNames.Read("infra/alerts.json"))!["log"]!.AsArray()
        .Where(alert => (string?)alert!["column"] == "Sum" && CodeNames.MetricsIn(alert["query"]!.ToJsonString()).Contains(metric))
        .Select(alert => (int)alert!["threshold"]!).Single();

    private static IEnumerable<string> Queries() => Contents().Select(content => (string?)content["query"]).OfType<string>();

    private static IEnumerable<JsonNode> Contents() =>
        JsonNode.Parse(Workbook)!["items"]!.AsArray().Select(item => item!["content"]).OfType<JsonNode>();

    private static int NumberIn(Match match) => int.Parse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(alert: ([0-9]+)\)")]
    private static partial Regex AlertInTitle();

    [GeneratedRegex("max\\(Sum\\) / ([0-9]+)")]
    private static partial Regex SecondsOfUnit();
}
