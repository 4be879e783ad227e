using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Deployments;

/// <summary>What a deployment would make, as the compiler predicts it. What only Azure knows stays an expression, in brackets.</summary>
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

    /// <returns>The one of this type whose name begins so; one without properties when there is none.</returns>
    public Resource One(string type, string name = "") =>
        Of(type).SingleOrDefault(r => r.Name.StartsWith(name, StringComparison.Ordinal)) ?? new(null);

    /// <returns>The one of this type that has this name within its owner.</returns>
    public Resource Named(string type, string name) =>
        Of(type).SingleOrDefault(r => r.Name.EndsWith($"/{name}", StringComparison.Ordinal)) ?? new(null);

    /// <returns>Those of a type that belong to a resource of another type.</returns>
    public IEnumerable<Resource> On(Resource owner, string type) =>
        Of(type).Where(r => r.Scope == owner.Id);

    /// <returns>Whether the text is an expression that ends in this output of a module.</returns>
    public static bool IsOutput(string text, string module, string output) =>
        text.Contains($"format('{module}-", StringComparison.Ordinal) && text.Contains($".outputs.{output}", StringComparison.Ordinal);
}
