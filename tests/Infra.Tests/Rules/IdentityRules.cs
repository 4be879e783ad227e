using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for the identity of the app and its roles: it has the roles that the code needs and no others.</summary>
internal static class IdentityRules
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static IEnumerable<Rule> All =>
    [
        new("the app runs as an identity of its own", d => d.App["identity.type"], "UserAssigned"),
        new(
            "that identity is the one that the roles are given to",
            d => d.App.Pairs("identity.userAssignedIdentities").Keys.Select(IdOrText), ["id of the identity"]),
        new(
            "the package is fetched as that identity",
            d => d.App["properties.functionAppConfig.deployment.storage.authentication.type"], "UserAssignedIdentity"),
        new(
            "purges, tables and the host need these roles on the data account",
            d => RolesOn(d, d.Data), ["Storage Blob Data Owner", "Storage Table Data Contributor"]),
        new("the site account gives no more than writing", d => RolesOn(d, d.Site), ["Storage Blob Data Contributor"]),
        new("telemetry needs this role on Application Insights", d => RolesOn(d, d.Insights), ["Monitoring Metrics Publisher"]),
        new(
            "every role is given to a service principal",
            d => d.Of(Assignment).Select(r => r["properties.principalType"]).Distinct(), ["ServicePrincipal"]),
        new(
            "every role is given to the identity of the app",
            d => d.Of(Assignment).Select(r => PrincipalOrText(r["properties.principalId"])).Distinct(), ["principal of the identity"]),
        new("nobody gets a role on the resource group or the subscription", d => d.Of(Assignment).Select(r => r.Scope).Where(IsWide), []),
        new(
            "an identity that is created anew gets assignments of its own",
            d => d.Of(Assignment).Where(r => !NamesPrincipal(r)).Select(r => r.Scope), []),
        new("no role reaches beyond", d => d.Of(Assignment).Count() is 4 or 5 ? "yes" : "no", "yes"),
    ];

    private static string RoleOf(Resource assignment) =>
        Roles.GetValueOrDefault(assignment["properties.roleDefinitionId"].Split('/')[^1], "another role");

    private static IEnumerable<string> RolesOn(Deployment d, Resource scope) => d.On(scope, Assignment).Select(RoleOf);

    private static string IdOrText(string text) =>
        Deployment.IsOutput(text, "identity", "reference.value.id)") ? "id of the identity" : text;

    private static string PrincipalOrText(string text) =>
        Deployment.IsOutput(text, "identity", "reference.value.principalId]") ? "principal of the identity" : text;

    private static bool NamesPrincipal(Resource assignment) =>
        Deployment.IsOutput(assignment.Name, "identity", "reference.value.principalId)");

    private static bool IsWide(string scope) => !scope.Contains("/providers/", StringComparison.Ordinal);
}
