using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Code;

/// <summary>The Azure Monitor workbook (a dashboard in the Azure portal) shows exactly the metrics that the code records.</summary>
public sealed class WorkbookTests
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

    private static IEnumerable<string> Queries() =>
        JsonNode.Parse(Workbook)!["items"]!.AsArray().Select(item => (string?)item!["content"]?["query"]).OfType<string>();
}
