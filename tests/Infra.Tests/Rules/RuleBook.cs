using KawasakiServerless.Infra.Tests.Bicep;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>The rules for the installation that each parameter file describes.</summary>
internal static class RuleBook
{
    private static readonly Rule[] Always =
    [
        .. IdentityRules.All,
        .. StorageRules.All,
        .. AppRules.All,
        .. SignInRules.All,
        .. ObservabilityRules.All,
        .. AlertRules.All,
        .. InstallationRules.All,
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<Rule>> For { get; } =
        new Dictionary<string, IReadOnlyList<Rule>>(StringComparer.Ordinal)
        {
            [BicepFolder.Plain] = [.. Always, .. InstallationRules.OfAPlainOne],
            [BicepFolder.Everything] = [.. Always, .. InstallationRules.OfEverything, .. EdgeRules.All],
        };
}
