namespace KawasakiServerless.Domain.Tests;

/// <summary>Tests the list of rules for machine readability, and how much breaking a rule lowers the score.</summary>
public sealed class ReadabilityScoresTests
{
    [Fact]
    public void ThereAreThirtyRulesAtThreeLevels()
    {
        Assert.Equal(ReadabilityRules.All.Count, ReadabilityRules.All.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            [15, 6, 9], Enumerable.Range(1, ReadabilityRules.Levels).Select(level => ReadabilityRules.All.Count(r => r.Level == level)));
        Assert.All(ReadabilityRules.All, r => Assert.StartsWith($"L{r.Level}-", r.Id, StringComparison.Ordinal));
        Assert.All(ReadabilityRules.All, r => Assert.EndsWith("。", r.Remedy, StringComparison.Ordinal));
    }

    [Fact]
    public void RulesOfTheSameLevelAndSeverityHaveTheSameDeduction() => Assert.All(
        ReadabilityRules.All.GroupBy(r => (r.Level, r.Severity)), g => Assert.Single(g.Select(r => r.Deduction).Distinct()));

    [Theory]
    [InlineData("", 100, 100, 100)]
    [InlineData("L1-04", 95, 100, 100)]
    [InlineData("L1-05 L1-09", 88, 100, 100)]
    [InlineData("L1-05 L1-05", 90, 100, 100)]
    [InlineData("L1-01 L1-05", 0, 100, 100)]
    [InlineData("L2-04 L2-05 L2-06", 100, 0, 100)]
    [InlineData("L2-04 L3-02 L3-09", 100, 60, 75)]
    public void BrokenRulesLowerTheScoreOfTheirLevel(string broken, int level1, int level2, int level3) => Assert.Equal(
        new ReadabilityScores(level1, level2, level3),
        ReadabilityScores.Of(broken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadabilityRules.Of)));
}
