namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Faults in the storage accounts, in how long they keep data, and in the roles for them.</summary>
internal static class StorageFaults
{
    public static IEnumerable<Fault> All => [.. OfAccounts, .. OfRetention, .. OfRoles];

    private static IEnumerable<Fault> OfAccounts =>
    [
        new(
            "shared keys are on", "storage.bicep",
            "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "the data account takes no shared keys"),
        new(
            "shared keys of the site are on", "site.bicep",
            "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "the site account takes no shared keys"),
        new(
            "containers may be public", "storage.bicep",
            "allowBlobPublicAccess: false", "allowBlobPublicAccess: true", "the data account shows no container to the public"),
        new("TLS 1.0 is spoken", "storage.bicep", "'TLS1_2'", "'TLS1_0'", "the data account speaks TLS 1.2 at least"),
        new(
            "http is spoken", "site.bicep",
            "supportsHttpsTrafficOnly: true", "supportsHttpsTrafficOnly: false", "the site account is reached by https alone"),
        new(
            "the data are in one building", "storage.bicep",
            "name: options.sku", "name: 'Standard_LRS'", "the data account has the redundancy of the parameter"),
        new(
            "the site is kept like the data", "main.bicep",
            "sku: publicSite.sku", "sku: dataAccount.sku", "the site account has the redundancy of the parameter"),
        new("the firewall is open", "storage.bicep", "'Allow' : 'Deny'", "'Allow' : 'Allow'", "the data account lets in nobody by default"),
        new("a container is public", "storage.bicep", "publicAccess: 'None'", "publicAccess: 'Blob'", "no container is public"),
        new(
            "a container is forgotten", "storage.bicep",
            "  'keys'\n", "", "the containers are those of the code, and the one for the package"),
        new("a table is renamed", "storage.bicep", "'Records'", "'Record'", "the tables are those of the code"),
        new(
            "the static website is off", "site.bicep",
            "enabled: true\n      errorDocument404Path", "enabled: false\n      errorDocument404Path", "the static website is on"),
        new(
            "the page for what is missing is another", "site.bicep",
            "'404.html'", "'not-found.html'", "what is not on the site shows the generator's page for it"),
        new(
            "the lock is gone", "storage.bicep",
            "if (options.lock)", "if (!options.lock)", "a lock keeps the data account from being deleted"),
    ];

    private static IEnumerable<Fault> OfRetention =>
    [
        new(
            "versions are off", "storage.bicep",
            "isVersioningEnabled: true", "isVersioningEnabled: false", "what was overwritten is kept as a version"),
        new(
            "versions of the site are on", "site.bicep",
            "isVersioningEnabled: false", "isVersioningEnabled: true",
            "the site account keeps no versions, which a purge could not remove"),
        new(
            "a purge cannot remove for good", "storage.bicep",
            "allowPermanentDelete: true", "allowPermanentDelete: false", "a purge may remove versions for good"),
        new(
            "checks are kept for a month", "lifecycle.bicep",
            "daysAfterModificationGreaterThan: 2", "daysAfterModificationGreaterThan: 31", "forgotten checks go after two days"),
        new(
            "the rule for checks reaches submissions", "lifecycle.bicep",
            "'checks/'", "''", "the lifecycle removes no live blob but checks"),
        new(
            "the parameter for versions is not used", "lifecycle.bicep",
            "version: {\n                delete: {\n                  daysAfterCreationGreaterThan: versionDays",
            "version: {\n                delete: {\n                  daysAfterCreationGreaterThan: 30",
            "versions are kept as many days as the parameter says")
        {
            Also = ["snapshots go when versions go"],
        },
    ];

    private static IEnumerable<Fault> OfRoles =>
    [
        new(
            "the role for queues stands for that for tables", "roles.bicep",
            "'0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'", "'974c5e8b-45b9-4653-ba55-5f855dd0fb88'",
            "purges, tables and the host need these roles on the data account"),
        new(
            "the role for blobs cannot purge", "roles.bicep",
            "'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'", "'ba92f5b4-2d11-453d-a403-e96b0029c9fe'",
            "purges, tables and the host need these roles on the data account"),
        new(
            "the site account gives more than it must", "roles.bicep",
            "'ba92f5b4-2d11-453d-a403-e96b0029c9fe'", "'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'",
            "the site account gives no more than writing"),
        new(
            "a role is on the whole group", "roles.bicep",
            "  scope: insights\n", "", "nobody gets a role on the resource group or the subscription")
        {
            Also = ["telemetry needs this role on Application Insights"],
        },
        new(
            "a new identity is taken for the old one", "roles.bicep",
            "guid(data.id, role, principalId)", "guid(data.id, role)",
            "an identity that is created anew gets assignments of its own"),
        new(
            "a role is given to a person", "roles.bicep",
            "Publisher, principalId)\n  properties: {\n    principalId: principalId\n    principalType: 'ServicePrincipal'",
            "Publisher, principalId)\n  properties: {\n    principalId: principalId\n    principalType: 'User'",
            "every role is given to a service principal"),
    ];
}
