using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for all resources, and rules for the values that come from the parameters.</summary>
internal static class InstallationRules
{
    // The abbreviations that Microsoft's Cloud Adoption Framework recommends as the beginning of the names of resources.
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["Microsoft.Resources/resourceGroups"] = "rg-",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "id-",
        ["Microsoft.OperationalInsights/workspaces"] = "log-",
        ["Microsoft.Insights/components"] = "appi-",
        ["Microsoft.Insights/actionGroups"] = "ag-",
        ["Microsoft.Storage/storageAccounts"] = "st",
        ["Microsoft.Web/serverfarms"] = "asp-",
        ["Microsoft.Web/sites"] = "func-",
        ["Microsoft.Network/virtualNetworks"] = "vnet-",
        ["Microsoft.Cdn/profiles"] = "afd-",
        ["Microsoft.Network/FrontDoorWebApplicationFirewallPolicies"] = "fdfp",
    };

    public static IEnumerable<Rule> All =>
    [
        new(
            "everything is in the resource group",
            d => d.Resources.Select(r => r.Scope).Where(scope => !scope.StartsWith(d.Group.Id, StringComparison.Ordinal)), []),
        new(
            "names begin with their abbreviations",
            d => d.Resources.Where(r => !r.Name.StartsWith(Abbreviations.GetValueOrDefault(r.Type, ""), StringComparison.Ordinal))
                .Select(r => r.Name),
            []),
        new(
            "no two storage accounts have one purpose",
            d => d.Of("Microsoft.Storage/storageAccounts").Select(a => a.Name), d => [d.Data.Name, d.Site.Name]),
        new(
            "resources are in Japan East, or nowhere in particular",
            d => d.Resources.Select(r => r["location"]).Distinct(), ["japaneast", "global", "nothing"]),
        new(
            "resources name their installation",
            d => d.Resources.Where(r => r["location"] != "nothing" && r["tags.azd-env-name"] != "kawasaki").Select(r => r.Name), []),
        new(
            "resources name their application",
            d => d.Resources.Where(r => r["location"] != "nothing" && r["tags.application"] != "KawasakiServerless").Select(r => r.Name),
            []),
    ];

    public static IEnumerable<Rule> OfAPlainOne =>
    [
        .. Parameters("30", "30", "90 days, 1 GB", "10000 from 2026-04-01"),
        .. Redundancy("Standard_GZRS", "Standard_ZRS"),
        new("mails go to whom it was asked", Mails, ["it@city.example"]),
        new(
            "there is no Front Door unless it is wanted",
            d => d.Resources.Select(r => r.Type).Where(IsOfFrontDoor),
            []),
        new(
            "there is no virtual network unless it is wanted",
            d => $"{d.VirtualNetwork.Name} {d.App["properties.virtualNetworkSubnetId"]} {d.Data["properties.networkAcls.defaultAction"]}",
            "nothing nothing Allow"),
        new("staff may come from anywhere unless told", d => d.App["properties.siteConfig.ipSecurityRestrictionsDefaultAction"], "Allow"),
        new("a plain installation opens 2018", d => d.Settings.GetValueOrDefault("REPORTING_YEAR", ""), "2018"),
        new(
            "settings that are empty are not set",
            d => d.Settings.Keys.Intersect(["DATA_LICENSE", "FEEDBACK_URL", "FRONT_DOOR_ENDPOINT", "NEXT_UPDATE"]), []),
    ];

    public static IEnumerable<Rule> OfEverything =>
    [
        .. Parameters("14", "60", "365 days, 2 GB", "20000 from 2026-04-01"),
        .. Redundancy("Standard_ZRS", "Standard_GRS"),
        new("mails go to whom it was asked", Mails, ["care@city.example", "it@city.example"]),
        new("the year that is opened is the one of the parameter", d => d.Settings.GetValueOrDefault("REPORTING_YEAR", ""), "2026"),
        new(
            "the licence is the one of the parameter",
            d => d.Settings.GetValueOrDefault("DATA_LICENSE", ""), "https://creativecommons.org/licenses/by/4.0/deed.ja"),
        new(
            "the next update is the one of the parameter",
            d => d.Settings.GetValueOrDefault("NEXT_UPDATE", ""), "2019-08-01"),
        new(
            "feedback goes where the parameter says",
            d => d.Settings.GetValueOrDefault("FEEDBACK_URL", ""), "https://form.example/?figure={id}"),
    ];

    private static IEnumerable<Rule> Parameters(string softDelete, string versions, string logs, string budget) =>
    [
        new(
            "deleted blobs are kept as many days as the parameter says",
            d => d.DataBlobs["properties.deleteRetentionPolicy.days"], softDelete),
        new(
            "deleted containers are kept as many days as the parameter says",
            d => d.DataBlobs["properties.containerDeleteRetentionPolicy.days"], softDelete),
        new("versions are kept as many days as the parameter says", StorageRules.VersionDays, versions),
        new(
            "logs are kept and bounded as the parameters say",
            d => $"{d.Workspace["properties.retentionInDays"]} days, {d.Workspace["properties.workspaceCapping.dailyQuotaGb"]} GB", logs),
        new(
            "the budget is the one of the parameters",
            d => $"{d.Budget["properties.amount"]} from {d.Budget["properties.timePeriod.startDate"]}", budget),
    ];

    // By default, the data survives the loss of a region (GZRS), and the site survives the loss of a data centre (ZRS).
    private static IEnumerable<Rule> Redundancy(string data, string site) =>
    [
        new("the data account has the redundancy of the parameter", d => d.Data["sku.name"], data),
        new("the site account has the redundancy of the parameter", d => d.Site["sku.name"], site),
    ];

    private static bool IsOfFrontDoor(string type) =>
        type.Contains("Cdn", StringComparison.Ordinal) || type.Contains("FrontDoor", StringComparison.Ordinal);

    private static IEnumerable<string> Mails(Deployment d) => d.ActionGroup.All("properties.emailReceivers").Select(r => r["emailAddress"]);
}
