using KawasakiServerless.Infra.Tests.Code;
using KawasakiServerless.Infra.Tests.Deployments;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for the two storage accounts.</summary>
internal static class StorageRules
{
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    public static IEnumerable<Rule> All =>
        [.. Protection("data", d => d.Data), .. Protection("site", d => d.Site), .. OfData, .. OfRetention, .. OfSite];

    private static IEnumerable<Rule> OfData =>
    [
        new("a lock keeps the data account from being deleted", Locks, ["CanNotDelete"]),
        new(
            "the containers are those of the code, and the one for the package",
            d => Names(d, Container), [.. CodeNames.Containers, "app-package"]),
        new("no container is public", d => d.Of(Container).Select(c => c["properties.publicAccess"]).Distinct(), ["None"]),
        new("the tables are those of the code", d => Names(d, "Microsoft.Storage/storageAccounts/tableServices/tables"), CodeNames.Tables),
    ];

    private static IEnumerable<Rule> OfRetention =>
    [
        new("what was overwritten is kept as a version", d => d.DataBlobs["properties.isVersioningEnabled"], "true"),
        new("deleted blobs are kept for a while", d => d.DataBlobs["properties.deleteRetentionPolicy.enabled"], "true"),
        new("deleted containers are kept for a while", d => d.DataBlobs["properties.containerDeleteRetentionPolicy.enabled"], "true"),
        new("a purge may remove versions for good", d => d.DataBlobs["properties.deleteRetentionPolicy.allowPermanentDelete"], "true"),
        new(
            "the lifecycle has the rules that are documented",
            d => d.Lifecycle.All("properties.policy.rules").Select(r => r["name"]), ["checks", "versions"]),
        new(
            "forgotten checks go after two days",
            d => Checks(d)["definition.actions.baseBlob.delete.daysAfterModificationGreaterThan"], "2"),
        new("versions of checks go after a day", d => Checks(d)["definition.actions.version.delete.daysAfterCreationGreaterThan"], "1"),
        new("the lifecycle removes no live blob but checks", LivePrefixes, ["[\"checks/\"]"]),
        new(
            "snapshots go when versions go",
            d => Versions(d)["definition.actions.snapshot.delete.daysAfterCreationGreaterThan"], VersionDays),
    ];

    private static IEnumerable<Rule> OfSite =>
    [
        new("the static website is on", d => d.SiteBlobs["properties.staticWebsite.enabled"], "true"),
        new(
            "a folder of the site shows its index.html",
            d => d.SiteBlobs["properties.staticWebsite.indexDocument"], StaticWebsite.IndexDocument),
        new(
            "what is not on the site shows the generator's page for it",
            d => d.SiteBlobs["properties.staticWebsite.errorDocument404Path"], StaticWebsite.NotFoundDocument),
        new(
            "the site account keeps no versions, which a purge could not remove",
            d => d.SiteBlobs["properties.isVersioningEnabled"], "false"),
        new("the site account keeps no deleted blobs", d => d.SiteBlobs["properties.deleteRetentionPolicy.enabled"], "false"),
        new("the site account keeps no deleted containers", d => d.SiteBlobs["properties.containerDeleteRetentionPolicy.enabled"], "false"),
    ];

    public static string VersionDays(Deployment d) => Versions(d)["definition.actions.version.delete.daysAfterCreationGreaterThan"];

    private static IEnumerable<Rule> Protection(string account, Func<Deployment, Resource> of)
    {
        return
        [
            Property("takes no shared keys", "allowSharedKeyAccess", "false"),
            Property("shows no container to the public", "allowBlobPublicAccess", "false"),
            Property("speaks TLS 1.2 at least", "minimumTlsVersion", "TLS1_2"),
            Property("is reached by https alone", "supportsHttpsTrafficOnly", "true"),
            Property("copies nothing to another tenant", "allowCrossTenantReplication", "false"),
            Property("takes copies from its own tenant alone", "allowedCopyScope", "AAD"),
            Property("asks for tokens of the directory", "defaultToOAuthAuthentication", "true"),
            Property("has no local users", "isLocalUserEnabled", "false"),
        ];

        Rule Property(string rule, string name, string wanted) =>
            new($"the {account} account {rule}", d => of(d)[$"properties.{name}"], wanted);
    }

    private static IEnumerable<string> Names(Deployment d, string type) =>
        d.Of(type).Where(r => r.Id.StartsWith($"{d.Data.Id}/", StringComparison.Ordinal)).Select(r => r.Name.Split('/')[^1]);

    private static IEnumerable<string> Locks(Deployment d) =>
        d.On(d.Data, "Microsoft.Authorization/locks").Select(l => l["properties.level"]);

    private static Resource Checks(Deployment d) => LifecycleRule(d, "checks");

    private static Resource Versions(Deployment d) => LifecycleRule(d, "versions");

    private static Resource LifecycleRule(Deployment d, string name) =>
        d.Lifecycle.All("properties.policy.rules").FirstOrDefault(r => r["name"] == name) ?? new(null);

    // Returns, for every lifecycle rule that acts on current blobs and not only on old versions or snapshots, the prefix that the names of
    // these blobs must have.
    private static IEnumerable<string> LivePrefixes(Deployment d) => d.Lifecycle.All("properties.policy.rules")
        .Where(r => r.At("definition.actions.baseBlob") is not null)
        .Select(r => r["definition.filters.prefixMatch"]);
}
