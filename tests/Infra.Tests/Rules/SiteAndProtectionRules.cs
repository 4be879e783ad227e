using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>
/// Rules for the alerts that do not query the Log Analytics workspace: one fires when readers cannot reach the site, the other when
/// somebody changes locks, roles or sign-in.
/// </summary>
internal static class SiteAndProtectionRules
{
    public static IEnumerable<Rule> All => [.. OfTheSite, .. OfProtection];

    private static IEnumerable<Rule> OfTheSite =>
    [
        new(
            "the test asks for the public address",
            d => Deployment.IsOutput(Test(d)["properties.Request.RequestUrl"], "site", "address") ? "address" : "another", "address"),
        new("the test asks as a reader does", d => $"{Test(d)["kind"]} {Test(d)["properties.Request.HttpVerb"]}", "standard GET"),
        new(
            "the test wants a page and a certificate that lasts",
            d => $"{Expected(d)["ExpectedHttpStatusCode"]} {Expected(d)["SSLCheck"]} {Expected(d)["SSLCertRemainingLifetimeCheck"]}",
            "200 true 7"),
        new(
            "the test asks every 15 minutes, and once more before it tells",
            d => $"{Test(d)["properties.Enabled"]} {Test(d)["properties.Frequency"]} {Test(d)["properties.RetryEnabled"]}",
            "true 900 true"),
        new(
            "the test asks from Japan and its neighbours",
            d => Test(d).All("properties.Locations").Select(l => l["Id"]), ["apac-jp-kaw-edge", "apac-hk-hkn-azr", "apac-sg-sin-azr"]),
        new(
            "Application Insights knows the test",
            d => Test(d).Pairs("tags").GetValueOrDefault($"hidden-link:{d.Insights.Id}", ""), "Resource"),
        new(
            "site-unreachable fires when two places fail",
            d => $"{Unreachable(d)["properties.criteria.failedLocationCount"]} in {Unreachable(d)["properties.windowSize"]}", "2 in PT30M"),
        new(
            "site-unreachable watches the test",
            d => Unreachable(d).All("properties.scopes").Select(s => s[""]).Append(Unreachable(d)["properties.criteria.webTestId"]),
            d => [Test(d).Id, d.Insights.Id, Test(d).Id]),
    ];

    private static IEnumerable<Rule> OfProtection =>
    [
        new(
            "protection-changed tells of locks, roles and sign-in",
            d => Changed(d).All("properties.condition.allOf.2.anyOf").Select(c => $"{c["field"]} {c["equals"]}"),
            d =>
            [
                "operationName Microsoft.Authorization/locks/delete",
                "operationName Microsoft.Authorization/roleAssignments/delete",
                "operationName Microsoft.Authorization/roleAssignments/write",
                $"resourceId {d.SignIn.Id}",
            ]),
        new(
            "protection-changed tells of what was done, once",
            d => Changed(d).All("properties.condition.allOf").Take(2).Select(c => $"{c["field"]} {c["equals"]}"),
            ["category Administrative", "status Succeeded"]),
        new("protection-changed watches the resource group", d => Changed(d)["properties.scopes.0"], d => d.Group.Id),
        new(
            "protection-changed tells the action group",
            d => AlertRules.Output(Changed(d)["properties.actions.actionGroups.0.actionGroupId"]), "actionGroupId"),
    ];

    private static Resource Test(Deployment d) => d.One("Microsoft.Insights/webtests");

    private static Resource Expected(Deployment d) => new(Test(d).At("properties.ValidationRules"));

    private static Resource Unreachable(Deployment d) => d.One("Microsoft.Insights/metricAlerts", "site-unreachable");

    private static Resource Changed(Deployment d) => d.One("Microsoft.Insights/activityLogAlerts", "protection-changed");
}
