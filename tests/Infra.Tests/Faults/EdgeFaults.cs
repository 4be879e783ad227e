namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Faults in Front Door and in the virtual network.</summary>
internal static class EdgeFaults
{
    private const string RestOfApp = "\n    tags: tags\n    usedDataName:";

    public static IEnumerable<Fault> All =>
    [
        new("readers stay on http", "edge.bicep", "httpsRedirect: 'Enabled'", "httpsRedirect: 'Disabled'", "readers are led to https"),
        new("the domain speaks TLS 1.0", "edge.bicep", "'TLS12'", "'TLS10'", "the domain speaks TLS 1.2 at least"),
        new("the firewall only looks", "edge-firewall.bicep", "'Prevention'", "'Detection'", "the firewall refuses"),
        new(
            "the firewall lets uploads through", "edge-firewall.bicep",
            "'HEAD'\n", "'HEAD'\n                'PUT'\n", "the firewall lets through what reads"),
        new(
            "the policy allows scripts within pages", "edge-headers.bicep",
            "script-src \\'self\\'", "script-src \\'self\\' \\'unsafe-inline\\'", "the policy is that of the pages, and forbids frames"),
        new(
            "only one site may read the open data", "edge-headers.bicep",
            "value: '*'", "value: 'https://care.city.example'", "programs of other sites may read the open data"),
        new("browsers may guess types", "edge-headers.bicep", "  'X-Content-Type-Options': 'nosniff'\n", "", "browsers do not guess types"),
        new(
            "the app may do everything with Front Door", "edge-purge.bicep",
            "Microsoft.Cdn/profiles/afdEndpoints/purge/action", "Microsoft.Cdn/*", "the app may empty the cache, and nothing else there"),
        new(
            "the app empties another cache", "names.bicep",
            "'Microsoft.Cdn/profiles/afdEndpoints'", "'Microsoft.Cdn/profiles/endpoints'",
            "the app empties the cache of the endpoint"),
        new(
            "readers' addresses are logged", "edge.bicep",
            "      state: 'Enabled'\n    }\n    originResponse", "      state: 'Disabled'\n    }\n    originResponse",
            "no log of requests names a reader's address"),
        new(
            "readers of the domain are logged", "edge.bicep",
            "category: 'FrontDoorWebApplicationFirewallLog'", "category: 'FrontDoorAccessLog'",
            "Front Door logs what the firewall refused, and its readers are not logged"),
        new(
            "a new identity may not empty the cache", "edge-purge.bicep",
            "guid(endpoint.id, purger.id, principalId)", "guid(endpoint.id, purger.id)",
            "an identity that is created anew gets assignments of its own"),
        new(
            "a city hall is taken for a flood", "edge-firewall.bicep",
            "rateLimitThreshold: 20000", "rateLimitThreshold: 300",
            "the firewall stops a flood, and no city hall behind one address"),
        new(
            "the domain stands outside the firewall", "edge.bicep",
            "[{ id: profile::endpoint.id }, { id: profile::customDomain.id }]", "[{ id: profile::endpoint.id }]",
            "the firewall stands before every address of the site"),
        new(
            "the app is outside the network", "main.bicep",
            $"subnetId: subnetId{RestOfApp}", $"subnetId: ''{RestOfApp}",
            "the app is in that subnet"),
    ];
}
