using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Deployments;

/// <summary>
/// The resources that a deployment would create, as the compiler predicts them. A value that only Azure knows remains an expression in
/// brackets.
/// </summary>
internal sealed class Deployment(JsonNode snapshot)
{
    public const string Tenant = "00000000-0000-0000-0000-000000000002";

    public IReadOnlyList<Resource> Resources { get; } = [.. snapshot["predictedResources"]!.AsArray().Select(r => new Resource(r))];

    public Resource Group => One("Microsoft.Resources/resourceGroups");

    public Resource Identity => One("Microsoft.ManagedIdentity/userAssignedIdentities");

    public Resource Data => One("Microsoft.Storage/storageAccounts", "stdata");

    public Resource DataBlobs => One("Microsoft.Storage/storageAccounts/blobServices", "stdata");

    public Resource Lifecycle => One("Microsoft.Storage/storageAccounts/managementPolicies", "stdata");

    public Resource Site => One("Microsoft.Storage/storageAccounts", "stsite");

    public Resource SiteBlobs => One("Microsoft.Storage/storageAccounts/blobServices", "stsite");

    public Resource Plan => One("Microsoft.Web/serverfarms");

    public Resource App => One("Microsoft.Web/sites");

    public Resource SignIn => Named("Microsoft.Web/sites/config", "authsettingsV2");

    public IReadOnlyDictionary<string, string> Settings => Named("Microsoft.Web/sites/config", "appsettings").Pairs("properties");

    public Resource Workspace => One("Microsoft.OperationalInsights/workspaces");

    public Resource Insights => One("Microsoft.Insights/components");

    public Resource ActionGroup => One("Microsoft.Insights/actionGroups");

    public Resource Budget => One("Microsoft.Consumption/budgets");

    public Resource FrontDoor => One("Microsoft.Cdn/profiles");

    public Resource Route => One("Microsoft.Cdn/profiles/afdEndpoints/routes");

    public Resource Firewall => One("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies");

    public Resource VirtualNetwork => One("Microsoft.Network/virtualNetworks");

    public IEnumerable<Resource> Of(string type) => Resources.Where(r => r.Type == type);

    /// <returns>The only resource of this type whose name begins with the given text; a resource without properties if there is
    /// none.</returns>
    public Resource One(string type, string name = "") =>
        Of(type).SingleOrDefault(r => r.Name.StartsWith(name, StringComparison.Ordinal)) ?? new(null);

    /// <returns>The only resource of this type with this name within its parent; a resource without properties if there is none.</returns>
    public Resource Named(string type, string name) =>
        Of(type).SingleOrDefault(r => r.Name.EndsWith($"/{name}", StringComparison.Ordinal)) ?? new(null);

    /// <returns>The resources of this type that belong to the given resource.</returns>
    public IEnumerable<Resource> On(Resource owner, string type) =>
        Of(type).Where(r => r.Scope == owner.Id);

    /// <returns>Whether the text is an expression that reads this output of a module.</returns>
    public static bool IsOutput(string text, string module, string output) =>
        text.Contains($"format('{module}-", StringComparison.Ordinal) && text.Contains($".outputs.{output}", StringComparison.Ordinal);
}
