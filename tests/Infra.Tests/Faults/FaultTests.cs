using KawasakiServerless.Infra.Tests.Bicep;

namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Every seeded fault is noticed by the rule or the diagnostic that it names.</summary>
[Collection(CompiledOnce.Name)]
public sealed class FaultTests(SeededFaults seeded) : IClassFixture<SeededFaults>
{
    public static TheoryData<string, string> All => Of(FaultBook.All);

    [Theory]
    [MemberData(nameof(All))]
    public void ASeededFaultIsCaughtByItsRuleOrDiagnostic(string fault, string caught) => Assert.Equal(caught, seeded.CaughtBy(fault));

    // Several faults share a copy of infra/. Every rule that breaks in a copy must be named by one of its faults. Otherwise a rule could
    // break because of a fault that does not name it.
    [Fact]
    public void SeededFaultsBreakNoOtherRules() => Assert.Empty(seeded.Unannounced);

    [Fact]
    public void ThereAreAtLeastFortySeededFaults() => Assert.True(FaultBook.All.Count >= 40);

    private static TheoryData<string, string> Of(IEnumerable<Fault> faults)
    {
        var all = new TheoryData<string, string>();
        foreach (var fault in faults)
            all.Add(fault.Name, fault.Caught);
        return all;
    }
}
