namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>All faults that the tests put into copies of infra/, to show that a rule or the compiler notices each of them.</summary>
internal static class FaultBook
{
    public static IReadOnlyList<Fault> OfRules { get; } = [.. StorageFaults.All, .. AppFaults.All, .. WatchFaults.All, .. EdgeFaults.All];

    /// <summary>The faults that the compiler or its linter reports. Each edits a different file.</summary>
    public static IReadOnlyList<Fault> OfTheCompiler { get; } =
    [
        new(
            "the protection of the site account is misspelt", "site.bicep",
            "allowSharedKeyAccess:", "allowSharedKeysAccess:", "BCP089 in site.bicep"),
        new(
            "an output is renamed where it is made", "public-site.bicep",
            "output address string", "output siteAddress string", "BCP053 in main.bicep"),
        new(
            "the role for tables is missing", "roles.bicep",
            "[storageBlobDataOwner, storageTableDataContributor]", "[storageBlobDataOwner]",
            "no-unused-vars in roles.bicep"),
        new(
            "a region is written into a module", "identity.bicep",
            "location: location", "location: 'westus'", "no-unused-params in identity.bicep"),
        new("a budget is an amount in words", "budget.bicep", "amount: options.amount", "amount: 'much'", "BCP036 in budget.bicep"),
        new(
            "the address of sign-in is that of one cloud", "sign-in.bicep",
            "'${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'",
            "'https://login.microsoftonline.com/${tenant().tenantId}/v2.0'", "no-hardcoded-env-urls in sign-in.bicep"),
        new(
            "alerts use a version of the interface that is long past", "alerts.bicep",
            "scheduledQueryRules@2026-03-01", "scheduledQueryRules@2018-04-16", "use-recent-api-versions in alerts.bicep"),
        new(
            "a key of the data account leaves the module", "storage.bicep",
            "output packageContainer string = '", "output packageContainer string = '${account.listKeys().keys[0].value}",
            "outputs-should-not-contain-secrets in storage.bicep"),
    ];

    public static IReadOnlyList<Fault> All { get; } = [.. OfRules, .. OfTheCompiler];
}
