using KawasakiServerless.Infra.Tests.Bicep;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>A plain installation, and one with everything switched on, keep every rule.</summary>
[Collection(CompiledOnce.Name)]
public sealed class RuleTests(Compiled compiled)
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (parameters, rules) in RuleBook.For)
            {
                foreach (var rule in rules)
                    all.Add(parameters, rule.Name);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheInstallationKeepsTheRule(string parameters, string rule) =>
        Assert.Null(RuleBook.For[parameters].Single(r => r.Name == rule).Broken(compiled.Deployments[parameters]));

    [Fact]
    public void ThereAreAtLeastSixtyRules() =>
        Assert.True(RuleBook.For.Values.SelectMany(rules => rules).Select(r => r.Name).Distinct().Count() >= 60);
}
