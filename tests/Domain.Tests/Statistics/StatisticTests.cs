namespace KawasakiServerless.Domain.Tests;

public sealed class StatisticTests
{
    [Fact]
    public void TheRemainderOfAStatisticIs100PercentMinusItsShares()
    {
        Assert.Equal(77.7m, Some.Statistic().Remainder);
        Assert.Equal(100m, (Some.Statistic() with { Shares = [] }).Remainder);
    }

    [Fact]
    public void SharesThatRoundToMoreThan100LeaveARemainderOfZero() =>
        Assert.Equal(0m, (Some.Statistic() with { Shares = [new("母子", 70.1m, null), new("高齢", 30.0m, null)] }).Remainder);
}
