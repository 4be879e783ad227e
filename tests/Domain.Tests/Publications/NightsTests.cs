using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

public sealed class NightsTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 3, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Live, 25.9, false)]
    [InlineData(Live, 26.0, false)]
    [InlineData(Live, 26.1, true)]
    [InlineData(Unchanged, 25.9, false)]
    [InlineData(Unchanged, 26.1, true)]
    [InlineData(Held, 1.0, false)]
    [InlineData(Held, 48.0, true)]
    public void TheNightlyRunIsOverdue26HoursAfterTheLastOne(PublicationState state, double hoursAgo, bool isOverdue) =>
        Assert.Equal(isOverdue, Nights.IsOverdue([Run(Triggers.Nightly, state, hoursAgo)], Now));

    [Theory]
    [InlineData(Failed)]
    [InlineData(Requested)]
    [InlineData(Running)]
    public void ANightlyRunThatDidNotSucceedIsNotTakenAsTheLastOne(PublicationState state)
    {
        Publication[] history = [Run(Triggers.Nightly, state, 1), Run(Triggers.Nightly, Live, 30)];

        Assert.Equal(Now.AddHours(-30), Nights.LastRun(history));
        Assert.True(Nights.IsOverdue(history, Now));
    }

    [Theory]
    [InlineData(Triggers.Request)]
    [InlineData(Triggers.Command)]
    [InlineData(Triggers.Restore)]
    [InlineData(Triggers.Purge)]
    public void APublicationThatPeopleRequestIsNoNightlyRun(string trigger) => Assert.Null(Nights.LastRun([Run(trigger, Live, 1)]));

    [Theory]
    [InlineData(Triggers.Request, Live, 25.9, false)]
    [InlineData(Triggers.Request, Live, 26.1, true)]
    [InlineData(Triggers.Request, Requested, 26.1, true)]
    [InlineData(Triggers.Nightly, Failed, 26.1, true)]
    public void TheFirstNightlyRunIsOverdue26HoursAfterTheFirstPublication(
        string trigger, PublicationState state, double hoursAgo, bool isOverdue) =>
        Assert.Equal(isOverdue, Nights.IsOverdue([Run(Triggers.Nightly, Failed, 2), Run(trigger, state, hoursAgo)], Now));

    [Fact]
    public void WithoutPublicationsNoNightlyRunIsOverdue() => Assert.False(Nights.IsOverdue([], Now));

    [Fact]
    public void TheWaitForANightlyRunBeginsWithTheLastOneOrTheFirstPublication()
    {
        Publication[] none = [Run(Triggers.Request, Live, 3), Run(Triggers.Nightly, Failed, 2)];

        Assert.Equal(TimeSpan.Zero, Nights.Since([], Now));
        Assert.Equal(TimeSpan.FromHours(3), Nights.Since(none, Now));
        Assert.Equal(TimeSpan.FromHours(30), Nights.Since([.. none, Run(Triggers.Nightly, Unchanged, 30)], Now));
    }

    private static Publication Run(string trigger, PublicationState state, double hoursAgo) =>
        new("20260401T000000000-abcdef", state, trigger, "timer", Now.AddHours(-hoursAgo), null)
        {
            FinishedAt = state is Requested or Running ? null : Now.AddHours(-hoursAgo),
        };
}
