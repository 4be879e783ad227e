using KawasakiServerless.Infra.Tests.Bicep;
using KawasakiServerless.Infra.Tests.Rules;

namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>
/// Copies of infra/ with faults in them, compiled once for all tests. Compiling a copy takes half a second, so faults that break different
/// rules share a copy, and all faults that the compiler reports share another one. With the environment variable `FAULTS=alone`, each fault
/// that breaks a rule has its own copy.
/// </summary>
public sealed class SeededFaults(Compiled compiled) : IAsyncLifetime
{
    private readonly Dictionary<string, string> caught = new(StringComparer.Ordinal);
    private readonly List<string> unannounced = [];

    public IReadOnlyList<string> Unannounced => unannounced;

    /// <returns>The name of the rule that the fault broke, or the diagnostic that it caused; `nothing` if the fault was not
    /// noticed.</returns>
    public string CaughtBy(string fault) => caught.GetValueOrDefault(fault, "nothing");

    public async Task InitializeAsync()
    {
        foreach (var together in Groups(FaultBook.OfRules))
        {
            var broken = await BrokenRulesAsync(together);
            Note(together, broken);
            unannounced.AddRange(broken.Except(together.SelectMany(Announced)));
        }

        Note(FaultBook.OfTheCompiler, await DiagnosticsAsync(FaultBook.OfTheCompiler));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // Adds each fault to the first copy in which no other fault breaks the same rules or edits the same text.
    private static List<List<Fault>> Groups(IEnumerable<Fault> faults)
    {
        List<List<Fault>> groups = [];
        foreach (var fault in faults)
        {
            if (groups.Find(g => g.TrueForAll(other => !Collide(fault, other))) is { } group)
                group.Add(fault);
            else
                groups.Add([fault]);
        }

        return groups;
    }

    private static bool Collide(Fault one, Fault other) =>
        Environment.GetEnvironmentVariable("FAULTS") == "alone"
        || Announced(one).Intersect(Announced(other)).Any()
        || (one.File == other.File && (Contains(one.Right, other.Right) || Contains(other.Right, one.Right)));

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    private static IEnumerable<string> Announced(Fault fault) => fault.Also.Prepend(fault.Caught);

    private void Note(IReadOnlyList<Fault> seeded, IReadOnlyList<string> found)
    {
        foreach (var fault in seeded.Where(f => found.Contains(f.Caught)))
            caught[fault.Name] = fault.Caught;
    }

    private async Task<IReadOnlyList<string>> BrokenRulesAsync(IReadOnlyList<Fault> faults)
    {
        var deployment = await Seed(faults).PredictAsync(BicepFolder.Everything);
        return [.. RuleBook.For[BicepFolder.Everything].Where(r => r.Broken(deployment) is not null).Select(r => r.Name)];
    }

    // One fault may cause several diagnostics with the same code in the same file; they count as one.
    private async Task<IReadOnlyList<string>> DiagnosticsAsync(IReadOnlyList<Fault> faults) =>
    [
        .. (await Seed(faults).DiagnoseAsync(BicepFolder.Everything))
            .Select(d => d.Split(": "))
            .Select(d => $"{d[1]} in {d[0]}")
            .Distinct(),
    ];

    private BicepFolder Seed(IReadOnlyList<Fault> faults)
    {
        var copy = compiled.NewCopy();
        foreach (var fault in faults)
            copy.Seed(fault);
        return copy;
    }
}
