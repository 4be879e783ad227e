namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Faults in the function app, its settings and sign-in.</summary>
internal static class AppFaults
{
    public static IEnumerable<Fault> All => [.. OfTheApp, .. OfSettings, .. OfSignIn];

    private static IEnumerable<Fault> OfTheApp =>
    [
        new(
            "the version is 10, which deploys and never starts", "function-app.bicep",
            "version: '10.0'", "version: '10'", "the runtime has the version that the code is built for"),
        new(
            "the worker is in the host's process", "function-app.bicep",
            "'dotnet-isolated'", "'dotnet'", "the runtime is the isolated worker"),
        new(
            "an instance has half the memory", "function-app.bicep",
            "instanceMemoryMB: 2048", "instanceMemoryMB: 512", "an instance has the memory that publishing is measured for"),
        new("http is answered", "function-app.bicep", "httpsOnly: true", "httpsOnly: false", "the app is reached by https alone"),
        new(
            "the app speaks TLS 1.0", "function-app.bicep",
            "  minTlsVersion: '1.2'", "  minTlsVersion: '1.0'", "the app speaks TLS 1.2 at least"),
        new(
            "deployments may use a password", "function-app.bicep",
            "name: 'scm'\n    properties: {\n      allow: false", "name: 'scm'\n    properties: {\n      allow: true",
            "there is no password for deployments"),
        new(
            "GitHub cannot deploy where staff have addresses of their own", "function-app.bicep",
            "scmIpSecurityRestrictionsUseMain: false", "scmIpSecurityRestrictionsUseMain: true",
            "azd and GitHub deploy from where they are"),
        new(
            "azd does not find the app", "function-app.bicep",
            "'azd-service-name': 'app'", "'azd-service-name': 'api'", "azd finds the app by the name of its service"),
        new(
            "the app has an identity of the system as well", "function-app.bicep",
            "type: 'UserAssigned'\n", "type: 'SystemAssigned, UserAssigned'\n", "the app runs as an identity of its own"),
        new(
            "anybody reaches the app", "function-app.bicep",
            "empty(staffIpRanges) ? 'Allow' : 'Deny'", "'Allow'", "nobody else reaches the app"),
        new(
            "the plan is the old Consumption", "function-app.bicep",
            "name: 'FC1'\n    tier: 'FlexConsumption'", "name: 'Y1'\n    tier: 'Dynamic'", "the plan is Flex Consumption"),
    ];

    private static IEnumerable<Fault> OfSettings =>
    [
        new("a setting is renamed", "settings.bicep", "REPORTING_YEAR:", "REPORT_YEAR:", "every setting that the code reads is set")
        {
            Also = ["the code reads every setting that is set", "the year that is opened is the one of the parameter"],
        },
        new(
            "the setting for the site account is misspelt", "settings.bicep",
            "SiteStorage__accountName", "SiteStorage__account", "the site goes to the site account")
        {
            Also = ["the code reads every setting that is set"],
        },
        new(
            "the site goes to the data account", "app.bicep",
            "reportingYear: reportingYear\n    siteName: siteName", "reportingYear: reportingYear\n    siteName: dataName",
            "the site goes to the site account"),
        new(
            "the host shows its own page", "settings.bicep",
            "AzureWebJobsDisableHomepage: 'true'", "AzureWebJobsDisableHomepage: 'false'", "the host shows no page of its own"),
        new(
            "telemetry is sent without a token", "settings.bicep",
            "Authorization=AAD;", "", "telemetry is sent with the identity of the app"),
        new(
            "the night begins at 17:00 in Japan", "settings.bicep",
            "NIGHTLY_SCHEDULE: nightlySchedule", "NIGHTLY_SCHEDULE: replace(nightlySchedule, '17', '8')",
            "the night begins at 02:00 in Japan"),
        new(
            "storage is reached by whatever there is", "settings.bicep",
            "'managedidentity'", "'default'", "storage is reached with the identity"),
        new(
            "the app stays with its own data although another account is named", "main.bicep",
            "empty(dataAccount.usedInstead) ? names.dataAccount : dataAccount.usedInstead", "names.dataAccount",
            "storage is the data account unless another is named"),
        new(
            "a setting holds a key", "settings.bicep",
            "AzureWebJobsStorage__accountName: dataName", "AzureWebJobsStorage__accountName: 'AccountKey=${dataName}'",
            "no setting holds a secret")
        {
            Also = ["storage is the data account unless another is named"],
        },
    ];

    private static IEnumerable<Fault> OfSignIn =>
    [
        new(
            "sign-in is off", "sign-in.bicep",
            "platform: {\n      enabled: true", "platform: {\n      enabled: false", "authentication is on"),
        new(
            "staff of any app sign in", "sign-in.bicep",
            "allowedApplications: [\n              clientId\n            ]", "allowedApplications: []",
            "tokens were asked for by this app"),
        new("tokens of any tenant count", "sign-in.bicep", "${tenant().tenantId}", "common", "the issuer is the tenant of the city"),
        new(
            "sign-in has a client secret", "sign-in.bicep",
            "'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'", "'CLIENT_SECRET'", "sign-in has no client secret"),
        new(
            "the platform hides the app's own pages", "sign-in.bicep",
            "'AllowAnonymous'", "'RedirectToLoginPage'", "the app itself refuses who is not signed in"),
        new(
            "tokens are kept", "sign-in.bicep",
            "tokenStore: {\n        enabled: false", "tokenStore: {\n        enabled: true", "no tokens are kept"),
    ];
}
