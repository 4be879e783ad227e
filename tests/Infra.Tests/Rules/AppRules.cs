using KawasakiServerless.Application;
using KawasakiServerless.Infra.Tests.Code;
using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for the function app and its settings.</summary>
internal static class AppRules
{
    // Settings that the code reads and the deployment does not set: a connection string of storage, which only the local run uses; the
    // address of an OpenTelemetry collector, because telemetry goes to Application Insights; and the variables that App Service sets
    // itself.
    private static readonly string[] NotSet =
        ["AzureWebJobsStorage", "OTEL_EXPORTER_OTLP_ENDPOINT", "WEBSITE_AUTH_ENABLED", "WEBSITE_HOSTNAME"];

    // The Functions host or App Service authentication reads these settings, whether or not the code reads them too.
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AzureWebJobsDisableHomepage",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

    private static readonly string[] Secrets = ["AccountKey=", "SharedAccessSignature", "listKeys", "listAccountSas", "password", "secret"];

    public static IEnumerable<Rule> All => [.. OfTheApp, .. OfSettings];

    private static IEnumerable<Rule> OfTheApp =>
    [
        new("the plan is Flex Consumption", d => $"{d.Plan["sku.tier"]} {d.Plan["sku.name"]}", "FlexConsumption FC1"),
        new("the plan runs Linux", d => $"{d.Plan["properties.reserved"]} {d.App["kind"]}", "true functionapp,linux"),
        new("the runtime is the isolated worker", d => d.App["properties.functionAppConfig.runtime.name"], "dotnet-isolated"),
        new(
            "the runtime has the version that the code is built for",
            d => d.App["properties.functionAppConfig.runtime.version"], CodeNames.DotnetVersion),
        new(
            "an instance has the memory that publishing is measured for",
            d => d.App["properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"], "2048"),
        new(
            "the number of instances is bounded",
            d => d.App["properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount"], "40"),
        new(
            "no instance is paid for while nothing happens",
            d => d.App["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"], "nothing"),
        new("the package lies in a container of the data account", Package, "blobContainer app-package"),
        new("the app is reached by https alone", d => d.App["properties.httpsOnly"], "true"),
        new("the app speaks TLS 1.2 at least", d => d.App["properties.siteConfig.minTlsVersion"], "1.2"),
        new("deployments speak TLS 1.2 at least", d => d.App["properties.siteConfig.scmMinTlsVersion"], "1.2"),
        new(
            "azd and GitHub deploy from where they are",
            d => d.App["properties.siteConfig.scmIpSecurityRestrictionsUseMain"], "false"),
        new("there is no password for ftp", d => Password(d, "ftp"), "false"),
        new("there is no password for deployments", d => Password(d, "scm"), "false"),
        new("azd finds the app by the name of its service", d => d.App["tags.azd-service-name"], ServiceName),
    ];

    private static IEnumerable<Rule> OfSettings =>
    [
        new("the code reads every setting that is set", d => d.Settings.Keys.Where(s => !IsRead(s)), []),
        new(
            "every setting that the code reads is set",
            d => CodeNames.Settings.Except(d.Settings.Keys).Except(NotSet).Except(Optional(d)), []),
        new("the host shows no page of its own", d => d.Settings.GetValueOrDefault("AzureWebJobsDisableHomepage", ""), "true"),
        new(
            "storage is the data account unless another is named",
            d => d.Settings.GetValueOrDefault("AzureWebJobsStorage__accountName", ""),
            d => d.FrontDoor.Node is null ? d.Data.Name : "stdataofalostregion"),
        new("the site goes to the site account", d => d.Settings.GetValueOrDefault("SiteStorage__accountName", ""), d => d.Site.Name),
        new(
            "storage is reached with the identity",
            d => d.Settings.GetValueOrDefault("AzureWebJobsStorage__credential", ""), "managedidentity"),
        new("storage is reached with the identity of the app", d => ClientId(d, "AzureWebJobsStorage__clientId"), "its client id"),
        new(
            "telemetry is sent with the identity of the app",
            d => ClientId(d, "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"), "its client id, AAD"),
        new(
            "telemetry goes to Application Insights",
            d => d.Settings.GetValueOrDefault("APPLICATIONINSIGHTS_CONNECTION_STRING", "").Split(".outputs.")[^1],
            "connectionString.value]"),
        new(
            "a token of the identity stands in for a client secret",
            d => ClientId(d, "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"), "its client id"),
        new("the night begins at 02:00 in Japan", d => d.Settings.GetValueOrDefault("NIGHTLY_SCHEDULE", ""), Schedules.Nightly),
        new(
            "no setting holds a secret",
            d => d.Settings.Where(s => IsSecret(s.Value)).Select(s => s.Key),
            []),
    ];

    private static string ServiceName { get; } =
        CodeNames.Read("azure.yaml").Split("services:\n")[1].Split(':')[0].Trim();

    private static bool IsSecret(string value) =>
        Array.Exists(Secrets, secret => value.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static bool IsRead(string setting) =>
        CodeNames.Settings.Contains(setting) || OfThePlatform.Contains(setting) || CodeNames.ReadsInParts(setting);

    // Returns the settings that need not be set: these four in a plain installation, which is recognized by having no Front Door; none in
    // one with everything switched on.
    private static string[] Optional(Deployment d) =>
        d.FrontDoor.Node is null ? ["DATA_LICENSE", "FEEDBACK_URL", "FRONT_DOOR_ENDPOINT", "NEXT_UPDATE"] : [];

    private static string Package(Deployment d)
    {
        var storage = new Resource(d.App.At("properties.functionAppConfig.deployment.storage"));
        var container = Deployment.IsOutput(storage["value"], "data", "packageContainer") ? "app-package" : storage["value"];
        return $"{storage["type"]} {container}";
    }

    private static string Password(Deployment d, string kind) =>
        d.Named("Microsoft.Web/sites/basicPublishingCredentialsPolicies", kind)["properties.allow"];

    private static string ClientId(Deployment d, string setting)
    {
        var value = d.Settings.GetValueOrDefault(setting, "nothing");
        return !Deployment.IsOutput(value, "identity", "reference.value.clientId") ? value
            : value.Contains("'Authorization=AAD;ClientId={0}'", StringComparison.Ordinal) ? "its client id, AAD" : "its client id";
    }
}
