using KawasakiServerless.Infra.Tests.Code;
using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for Front Door and for the virtual network, in an installation that has them.</summary>
internal static class EdgeRules
{
    public static IEnumerable<Rule> All => [.. OfFrontDoor, .. OfHeaders, .. OfTheFirewall, .. OfTheNetwork];

    private static IEnumerable<Rule> OfFrontDoor =>
    [
        new("Front Door has the cheaper tier", d => d.FrontDoor["sku.name"], "Standard_AzureFrontDoor"),
        new("readers are led to https", d => d.Route["properties.httpsRedirect"], "Enabled"),
        new("Front Door asks the site by https", d => d.Route["properties.forwardingProtocol"], "HttpsOnly"),
        new("Front Door checks the certificate of the site", d => Origin(d)["properties.enforceCertificateNameCheck"], "true"),
        new(
            "Front Door asks the static website",
            d => Origin(d)["properties.hostName"].Split(".outputs.")[^1],
            "webEndpoint.value, '/')[2]]"),
        new(
            "what storage holds compressed is not compressed again",
            d => d.Route["properties.cacheConfiguration.compressionSettings.isCompressionEnabled"], "false"),
        new("the domain speaks TLS 1.2 at least", d => Domain(d)["properties.tlsSettings.minimumTlsVersion"], "TLS12"),
        new("Azure renews the certificate of the domain", d => Domain(d)["properties.tlsSettings.certificateType"], "ManagedCertificate"),
        new("the site has one address", d => d.Route["properties.linkToDefaultDomain"], "Disabled"),
        new(
            "no log of requests names a reader's address",
            d => $"{d.FrontDoor["properties.logScrubbing.state"]} {d.FrontDoor["properties.logScrubbing.scrubbingRules.0.matchVariable"]}",
            "Enabled RequestIPAddress"),
        new(
            "Front Door logs what the firewall refused, and its readers are not logged",
            d => ObservabilityRules.Logs(d, d.FrontDoor),
            ["FrontDoorWebApplicationFirewallLog"]),
        new(
            "the app may empty the cache, and nothing else there",
            d => PurgeRole(d).SelectMany(r => r.All("properties.permissions.0.actions")).Select(a => a[""]),
            ["Microsoft.Cdn/profiles/afdEndpoints/purge/action"]),
        new("the app empties the cache of the endpoint", d => d.Settings.GetValueOrDefault("FRONT_DOOR_ENDPOINT", ""), d => Endpoint(d).Id),
        new(
            "the right to empty the cache is that endpoint's",
            d => d.On(Endpoint(d), "Microsoft.Authorization/roleAssignments").Select(a => a["properties.roleDefinitionId"]),
            d => PurgeRole(d).Select(r => r.Id)),
    ];

    private static IEnumerable<Rule> OfHeaders =>
    [
        new(
            "the policy is that of the pages, and forbids frames",
            d => Header(d, "Content-Security-Policy"), $"{CodeNames.PagePolicy}; frame-ancestors 'none'"),
        new("browsers come back by https", d => Header(d, "Strict-Transport-Security"), "max-age=31536000"),
        new("browsers do not guess types", d => Header(d, "X-Content-Type-Options"), "nosniff"),
        new("other sites learn the domain alone", d => Header(d, "Referrer-Policy"), "strict-origin-when-cross-origin"),
        new("pages use no device", d => Header(d, "Permissions-Policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("programs of other sites may read the open data", d => Header(d, "Access-Control-Allow-Origin"), "*"),
        new(
            "every answer gets the headers",
            d => d.Route["properties.ruleSets.0.id"].Contains("ruleSetId", StringComparison.Ordinal) ? "rule set" : "none", "rule set"),
    ];

    private static IEnumerable<Rule> OfTheFirewall =>
    [
        new(
            "the firewall refuses",
            d => $"{d.Firewall["properties.policySettings.enabledState"]} {d.Firewall["properties.policySettings.mode"]}",
            "Enabled Prevention"),
        new(
            "the firewall lets through what reads",
            d => FirewallRule(d, "ReadOnly").All("matchConditions.0.matchValue").Select(m => m[""]), ["GET", "HEAD"]),
        new(
            "the firewall blocks the rest",
            d => $"{FirewallRule(d, "ReadOnly")["action"]} {FirewallRule(d, "ReadOnly")["matchConditions.0.negateCondition"]}",
            "Block true"),
        new(
            "the firewall stops a flood, and no city hall behind one address",
            Flood,
            "Block 20000 in 5"),
        new(
            "the firewall stands before every address of the site",
            Protected, d => [Endpoint(d).Id, Domain(d).Id]),
    ];

    private static IEnumerable<Rule> OfTheNetwork =>
    [
        new("the data account lets in nobody by default", d => d.Data["properties.networkAcls.defaultAction"], "Deny"),
        new(
            "the data account lets in the subnet of the app",
            d => d.Data.All("properties.networkAcls.virtualNetworkRules").Select(r => r["id"]), d => [SubnetOf(d)]),
        new("the app is in that subnet", d => d.App["properties.virtualNetworkSubnetId"], SubnetOf),
        new(
            "the subnet is for Flex Consumption",
            d => d.VirtualNetwork["properties.subnets.0.properties.delegations.0.properties.serviceName"], "Microsoft.App/environments"),
        new(
            "the subnet reaches storage inside Azure",
            d => d.VirtualNetwork["properties.subnets.0.properties.serviceEndpoints.0.service"], "Microsoft.Storage"),
        new(
            "staff come from the addresses of the city",
            d => d.App.All("properties.siteConfig.ipSecurityRestrictions").Select(r => $"{r["action"]} {r["ipAddress"]}"),
            ["Allow 192.0.2.0/24", "Allow 198.51.100.0/24"]),
        new("nobody else reaches the app", d => d.App["properties.siteConfig.ipSecurityRestrictionsDefaultAction"], "Deny"),
    ];

    private static Resource Origin(Deployment d) => d.One("Microsoft.Cdn/profiles/originGroups/origins");

    private static Resource Endpoint(Deployment d) => d.One("Microsoft.Cdn/profiles/afdEndpoints");

    private static Resource Domain(Deployment d) => d.One("Microsoft.Cdn/profiles/customDomains");

    private static IEnumerable<Resource> PurgeRole(Deployment d) => d.Of("Microsoft.Authorization/roleDefinitions");

    private static string Header(Deployment d, string name) => d.Of("Microsoft.Cdn/profiles/ruleSets/rules")
        .SelectMany(rule => rule.All("properties.actions"))
        .FirstOrDefault(a => a["parameters.headerName"] == name)?["parameters.value"] ?? "nothing";

    private static Resource FirewallRule(Deployment d, string name) =>
        d.Firewall.All("properties.customRules.rules").FirstOrDefault(r => r["name"] == name) ?? new(null);

    private static string Flood(Deployment d)
    {
        var rule = FirewallRule(d, "Flood");
        return $"{rule["action"]} {rule["rateLimitThreshold"]} in {rule["rateLimitDurationInMinutes"]}";
    }

    private static IEnumerable<string> Protected(Deployment d) =>
        d.One("Microsoft.Cdn/profiles/securityPolicies").All("properties.parameters.associations.0.domains").Select(domain => domain["id"]);

    private static string SubnetOf(Deployment d) => $"{d.VirtualNetwork.Id}/subnets/{d.VirtualNetwork["properties.subnets.0.name"]}";
}
