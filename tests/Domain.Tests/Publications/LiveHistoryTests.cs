using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

public sealed class LiveHistoryTests
{
    [Theory]
    [InlineData(Requested, false)]
    [InlineData(Running, false)]
    [InlineData(Live, true)]
    [InlineData(Unchanged, true)]
    [InlineData(Held, true)]
    [InlineData(Failed, true)]
    public void OnlyRequestedAndRunningPublicationsHaveNotEnded(PublicationState state, bool hasEnded) =>
        Assert.Equal(hasEnded, Published.At(1, state).HasEnded());

    [Fact]
    public void ManifestsThatWereLiveAreListedOnceWithTheLatestFirst() => Assert.Equal(
        ["m5", "m4", "m1"],
        new[]
        {
            Published.At(1, Live, "m1", "f1"), Published.At(2, Failed, "m2", "f2"), Published.At(3, Live, null, "f3"),
            Published.At(4, Live, "m4", "f4"), Published.At(5, Live, "m5", "f5"),
            // A publication with the manifest of another one, as after a restore. The manifest is returned only once.
            Published.At(0, Live, "m4", "f4"),
        }.LiveManifests());

    [Fact]
    public void PublicationsWithoutAFingerprintAreAllListedAsDifferent() =>
        Assert.Equal(["m2", "m1"], new[] { Published.At(1, Live, "m1", fingerprint: null),
            Published.At(2, Live, "m2", fingerprint: null) }.LiveManifests());

    [Fact]
    public void TheLastPublicationAtWorkIsTheOneThatStartedLast()
    {
        Publication[] history =
        [
            Published.At(9, Running), Published.At(8, Unchanged), Published.At(7, Held), Published.At(6, Requested, startedAt: null),
            Published.At(5, Live), Published.At(4, Failed),
        ];

        Assert.Equal("p5", history.LastAtWork(except: history[0])?.Id);
        Assert.Equal("p9", history.LastAtWork(except: history[4])?.Id);
        Assert.Null(new[] { history[0] }.LastAtWork(except: history[0]));
    }
}
