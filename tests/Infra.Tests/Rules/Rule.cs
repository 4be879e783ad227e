using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>A rule for what is deployed: what is found must be what is wanted.</summary>
/// <param name="Name">States it.</param>
/// <param name="Found">What stands in the deployment.</param>
/// <param name="Wanted">What must stand there.</param>
internal sealed record Rule(string Name, Func<Deployment, string> Found, Func<Deployment, string> Wanted)
{
    public Rule(string name, Func<Deployment, string> found, string wanted)
        : this(name, found, _ => wanted)
    {
    }

    /// <summary>A rule about several, in any order.</summary>
    public Rule(string name, Func<Deployment, IEnumerable<string>> found, Func<Deployment, IEnumerable<string>> wanted)
        : this(name, d => Join(found(d)), d => Join(wanted(d)))
    {
    }

    public Rule(string name, Func<Deployment, IEnumerable<string>> found, IEnumerable<string> wanted)
        : this(name, d => Join(found(d)), _ => Join(wanted))
    {
    }

    /// <returns>Null when the deployment keeps it.</returns>
    public string? Broken(Deployment deployment)
    {
        var (found, wanted) = (Found(deployment), Wanted(deployment));
        return found == wanted ? null : $"{Name}: “{found}” instead of “{wanted}”";
    }

    private static string Join(IEnumerable<string> several) => string.Join(", ", several.Order(StringComparer.Ordinal));
}
