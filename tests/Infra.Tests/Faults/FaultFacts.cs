using KawasakiServerless.Infra.Tests.Bicep;

namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Every seeded fault is caught, by what it names.</summary>
[Collection(CompiledOnce.Name)]
public sealed class FaultFacts(SeededFaults seeded) : IClassFixture<SeededFaults>
{
    public static TheoryData<string, string> All => Of(FaultBook.All);

    [Theory]
    [MemberData(nameof(All))]
    public void IsCaughtBy(string fault, string caught) => Assert.Equal(caught, seeded.CaughtBy(fault));

    // No rule may break that no fault in the copy announces: then a fault would be caught by chance.
    [Fact]
    public void NothingElseBreaks() => Assert.Empty(seeded.Unannounced);

    [Fact]
    public void ThereAreFortyAtLeast() => Assert.True(FaultBook.All.Count >= 40);

    private static TheoryData<string, string> Of(IEnumerable<Fault> faults)
    {
        var all = new TheoryData<string, string>();
        foreach (var fault in faults)
            all.Add(fault.Name, fault.Caught);
        return all;
    }
}
