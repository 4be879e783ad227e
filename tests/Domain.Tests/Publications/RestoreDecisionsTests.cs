using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

public sealed class RestoreDecisionsTests
{
    [Theory]
    [InlineData(Live, "m1", true, RestoreDecision.Possible)]
    [InlineData(Live, "m1", false, RestoreDecision.Gone)]
    [InlineData(Live, null, true, RestoreDecision.Gone)]
    [InlineData(Unchanged, "m1", true, RestoreDecision.Gone)]
    [InlineData(Failed, "m1", true, RestoreDecision.Gone)]
    [InlineData(Running, "m1", true, RestoreDecision.Gone)]
    [InlineData(Held, "m1", true, RestoreDecision.Gone)]
    public void OnlyAPublicationThatWasLiveAndIsCompleteCanBeRestored(
        PublicationState state, string? manifest, bool isKept, RestoreDecision decision) =>
        Assert.Equal(decision, RestoreDecisions.Decide(new(Published.At(1, state, manifest), isKept)));

    [Fact]
    public void APublicationThatDoesNotExistCannotBeRestored() => Assert.Equal(RestoreDecision.Unknown, RestoreDecisions.Decide(null));

    /// <summary>
    /// Each case gives the state of publication p9, the publication that it restores (null if it is not a restore), and the publication
    /// that the hold (the suspension of publishing after a restore) names (null for no hold). The last value is whether the hold is lifted.
    /// </summary>
    [Theory]
    [InlineData(Failed, "p1", "p9", true)]
    [InlineData(Failed, "p1", "p8", false)]
    [InlineData(Failed, "p1", null, false)]
    [InlineData(Failed, null, "p9", false)]
    [InlineData(Live, "p1", "p9", false)]
    public void AFailedRestoreLiftsOnlyItsOwnHold(PublicationState state, string? restores, string? holds, bool lifts) => Assert.Equal(
        lifts,
        RestoreDecisions.LiftsHold(Published.At(9, state) with { Restores = restores }, holds is null ? null
            : new(holds, "p1", "the coordinator", Published.Noon)));
}
