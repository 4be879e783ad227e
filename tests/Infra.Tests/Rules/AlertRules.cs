using KawasakiServerless.Infra.Tests.Code;
using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for the alerts: which alerts exist, when they fire, and whom they notify.</summary>
internal static class AlertRules
{
    private const string Log = "Microsoft.Insights/scheduledQueryRules";
    private const string Metric = "Microsoft.Insights/metricAlerts";
    private const string Activity = "Microsoft.Insights/activityLogAlerts";

    public static IEnumerable<Rule> All => [.. Conditions, .. SiteAndProtectionRules.All, .. OfAll];

    private static IEnumerable<Rule> Conditions =>
    [
        new(
            "night-missing fires after 27 hours",
            d => Condition(d, "night-missing"),
            "AppMetrics kawasaki.night.age: Maximum of Sum GreaterThan 97200 in PT1H, looked at every PT15M"),
        new(
            "timers-silent fires after 40 minutes",
            d => Condition(d, "timers-silent"),
            "AppMetrics kawasaki.night.age: Maximum of Samples LessThan 1 in PT45M, looked at every PT15M"),
        new(
            "timers-silent counts the samples of 40 minutes",
            d => Query(d, "timers-silent").Contains("countif(TimeGenerated > ago(40m))", StringComparison.Ordinal) ? "yes" : "no", "yes"),
        new(
            "publication-failed fires at the first",
            d => Condition(d, "publication-failed"),
            "AppMetrics kawasaki.publications: Total of Sum GreaterThan 0 in PT30M, looked at every PT15M"),
        new(
            "publication-failed counts failed ones alone",
            d => Query(d, "publication-failed").Contains("Properties.state) == 'failed'", StringComparison.Ordinal) ? "yes" : "no", "yes"),
        new(
            "submission-unfinished fires after an hour",
            d => Condition(d, "submission-unfinished"),
            "AppMetrics kawasaki.submission.unfinished.age: Maximum of Sum GreaterThan 3600 in PT30M, looked at every PT15M"),
        new(
            "purge-unfinished fires after an hour",
            d => Condition(d, "purge-unfinished"),
            "AppMetrics kawasaki.purge.unfinished.age: Maximum of Sum GreaterThan 3600 in PT30M, looked at every PT15M"),
        new(
            "server-errors fires above 5 %",
            d => Condition(d, "server-errors"), "AppRequests: Maximum of Percent GreaterThan 5 in PT15M, looked at every PT5M"),
        new(
            "server-errors needs five of them",
            d => Query(d, "server-errors").Contains("iff(Failed >= 5,", StringComparison.Ordinal) ? "yes" : "no", "yes"),
        new(
            "storage-throttled watches both accounts",
            d => Throttled(d).Select(a => a["properties.scopes.0"].Split('/')[^1]), d => [d.Data.Name, d.Site.Name]),
        new(
            "storage-throttled fires above ten calls",
            d => Throttled(d).Select(Threshold).Distinct(), ["Transactions: Total GreaterThan 10 in PT15M"]),
        new("storage-throttled counts what storage refused", d => Throttled(d).SelectMany(ResponseTypes).Distinct(), Refusals),
        new("budget warns at 80 % and when all of it will be spent", d => Budget(d), "80 Actual, 100 Forecasted"),
    ];

    private static IEnumerable<Rule> OfAll =>
    [
        new(
            "there are no other alerts",
            d => d.Of(Log).Select(a => a.Name),
            ["night-missing", "timers-silent", "publication-failed", "submission-unfinished", "purge-unfinished", "server-errors"]),
        new(
            "every alert is on",
            d => d.Of(Log).Concat(d.Of(Metric)).Concat(d.Of(Activity)).Select(a => a["properties.enabled"]).Distinct(), ["true"]),
        new("every log alert asks the workspace", d => d.Of(Log).Select(a => Output(a["properties.scopes.0"])).Distinct(), ["workspaceId"]),
        new(
            "every log alert tells the action group",
            d => d.Of(Log).Select(a => Output(a["properties.actions.actionGroups.0"])).Distinct(), ["actionGroupId"]),
        new(
            "every metric alert tells the action group",
            d => d.Of(Metric).Select(a => Output(a["properties.actions.0.actionGroupId"])).Distinct(), ["actionGroupId"]),
        new(
            "the budget tells the action group",
            d => d.Budget.Pairs("properties.notifications").Keys
                .Select(n => Output(d.Budget[$"properties.notifications.{n}.contactGroups.0"])).Distinct(),
            ["actionGroupId"]),
        new(
            "every alert says where to read on",
            d => d.Of(Log).Select(a => a["properties.actions.customProperties.whatToDo"]),
            d => d.Of(Log).Select(a => $"docs/operations.md#{a.Name}")),
        new(
            "every alert ends by itself when all is well",
            d => d.Of(Log).Concat(d.Of(Metric)).Select(a => a["properties.autoMitigate"]).Distinct(), ["true"]),
        new(
            "alerts ask for metrics of the code",
            d => CodeNames.MetricsIn(string.Concat(d.Of(Log).Select(a => Query(d, a.Name)))).Except(CodeNames.Metrics), []),
    ];

    private static string[] Refusals { get; } =
    [
        "ServerBusyError",
        "ServerTimeoutError",
        "ClientThrottlingError",
        "ClientAccountBandwidthThrottlingError",
        "ClientAccountRequestThrottlingError",
    ];

    private static IEnumerable<Resource> Throttled(Deployment d) =>
        d.Of(Metric).Where(a => a.Name.StartsWith("storage-throttled-", StringComparison.Ordinal));

    private static string Condition(Deployment d, string alert)
    {
        var properties = new Resource(d.One(Log, alert).At("properties"));
        var criterion = new Resource(properties.At("criteria.allOf.0"));
        var asked = string.Join(' ', [criterion["query"].Split('\n')[0], .. CodeNames.MetricsIn(criterion["query"])]);
        var measured = $"{criterion["timeAggregation"]} of {criterion["metricMeasureColumn"]}";
        return $"{asked}: {measured} {criterion["operator"]} {criterion["threshold"]}"
            + $" in {properties["windowSize"]}, looked at every {properties["evaluationFrequency"]}";
    }

    private static string Query(Deployment d, string alert) => d.One(Log, alert)["properties.criteria.allOf.0.query"];

    private static string Threshold(Resource alert)
    {
        var criterion = new Resource(alert.At("properties.criteria.allOf.0"));
        var measured = $"{criterion["metricName"]}: {criterion["timeAggregation"]}";
        return $"{measured} {criterion["operator"]} {criterion["threshold"]} in {alert["properties.windowSize"]}";
    }

    private static IEnumerable<string> ResponseTypes(Resource alert) =>
        alert.All("properties.criteria.allOf.0.dimensions.0.values").Select(v => v[""]);

    private static string Budget(Deployment d) => string.Join(", ", new[] { "actual", "forecasted" }
        .Select(n => $"{d.Budget[$"properties.notifications.{n}.threshold"]} {d.Budget[$"properties.notifications.{n}.thresholdType"]}"));

    public static string Output(string text) =>
        Array.Find(["workspaceId", "actionGroupId"], output => Deployment.IsOutput(text, "observability", output)) ?? text;
}
