using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>A rule for a deployment: the value found must equal the wanted value.</summary>
/// <param name="Name">The rule in words.</param>
/// <param name="Found">Returns the actual value in the deployment.</param>
/// <param name="Wanted">Returns the value that the deployment must have.</param>
internal sealed record Rule(string Name, Func<Deployment, string> Found, Func<Deployment, string> Wanted)
{
    public Rule(string name, Func<Deployment, string> found, string wanted)
        : this(name, found, _ => wanted)
    {
    }

    /// <summary>A rule about several values, whose order does not matter.</summary>
    public Rule(string name, Func<Deployment, IEnumerable<string>> found, Func<Deployment, IEnumerable<string>> wanted)
        : this(name, d => Join(found(d)), d => Join(wanted(d)))
    {
    }

    public Rule(string name, Func<Deployment, IEnumerable<string>> found, IEnumerable<string> wanted)
        : this(name, d => Join(found(d)), _ => Join(wanted))
    {
    }

    /// <returns>Null if the deployment keeps the rule; otherwise a message with the values found and wanted.</returns>
    public string? Broken(Deployment deployment)
    {
        var (found, wanted) = (Found(deployment), Wanted(deployment));
        return found == wanted ? null : $"{Name}: “{found}” instead of “{wanted}”";
    }

    private static string Join(IEnumerable<string> several) => string.Join(", ", several.Order(StringComparer.Ordinal));
}
