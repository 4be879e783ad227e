using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

public sealed class RetentionDecisionsTests
{
    // Hours after noon on 1 August 2018 (UTC), in two different fiscal years: in Japan, the new fiscal year begins on 31 March at 15:00
    // UTC.
    private const int LastOf2018 = 5_810, FirstOf2019 = 5_811;

    [Fact]
    public void TheLastThirtyDifferentPublicationsAreKept()
    {
        var history = Enumerable.Range(1, 40).Select(i => Published.At(i, Live, $"m{i}", $"f{i}")).ToList();

        Assert.Equal(Enumerable.Range(11, 30).Select(i => $"m{i}").Order(StringComparer.Ordinal), Kept(history));
    }

    [Fact]
    public void OfPublicationsWithTheSameFingerprintOnlyTheLastIsKept() =>
        Assert.Equal(["m2", "m3"], Kept(
            [Published.At(1, Live, "m1", "same"), Published.At(2, Live, "m2", "same"), Published.At(3, Live, "m3", "other")]));

    [Fact]
    public void TheLastPublicationOfEachFiscalYearIsKept()
    {
        var later = Enumerable.Range(1, 30).Select(i => Published.At(FirstOf2019 + i, Live, $"m{i}", $"f{i}"));
        var kept = Kept([Published.At(LastOf2018 - 1, Live, "before", "a"), Published.At(LastOf2018, Live, "last", "b"),
            Published.At(FirstOf2019, Live, "first", "c"), .. later]);

        Assert.Contains("last", kept);
        Assert.DoesNotContain("first", kept);
        Assert.DoesNotContain("before", kept);
    }

    /// <summary>
    /// A publication that has not ended keeps its own manifest (m2) and the manifest that it is to restore (p2). One that went live keeps
    /// only its own, and one that ended without going live keeps none. Each case gives the state and the manifests to keep.
    /// </summary>
    [Theory]
    [InlineData(Requested, "m2,p2")]
    [InlineData(Running, "m2,p2")]
    [InlineData(Failed, "")]
    [InlineData(Unchanged, "")]
    [InlineData(Held, "")]
    [InlineData(Live, "m2")]
    public void APublicationThatHasNotEndedKeepsItsManifests(PublicationState state, string kept) =>
        Assert.Equal(kept, string.Join(',', Kept([Published.At(2, state, "m2")])));

    [Fact]
    public void TheRestoredPublicationIsKeptDuringItsHold()
    {
        Publication[] history = [.. Enumerable.Range(1, 40).Select(i => Published.At(i, Live, $"m{i}", $"f{i}"))];

        Assert.Contains("m3", RetentionDecisions.KeptManifests(history, new("p40", "p3", "the coordinator", Published.Noon)));
        Assert.DoesNotContain("m3", RetentionDecisions.KeptManifests(history, new("p40", "gone", "the coordinator", Published.Noon)));
    }

    [Fact]
    public void APublicationWithoutAManifestIsNotTheLastOfItsYear() =>
        Assert.Equal(["m1"], Kept([Published.At(1, Live, "m1", "f"), Published.At(2, Live, null)]));

    /// <summary>
    /// Each case gives whether a kept manifest contains the content, and how many hours before the time limit the content was written (a
    /// negative number means after the limit). The last value is whether the content may be deleted.
    /// </summary>
    [Theory]
    [InlineData(false, 1, true)]
    [InlineData(false, 0, false)]
    [InlineData(false, -1, false)]
    [InlineData(true, 1, false)]
    public void OnlyAnOldContentThatNoManifestContainsMayBeDeleted(bool isNamed, int hours, bool mayGo) =>
        Assert.Equal(mayGo, RetentionDecisions.MayRemoveContent(
            "a", new HashSet<string> { isNamed ? "a" : "b" }, Published.Noon.AddHours(-hours), Published.Noon));

    private static IReadOnlyList<string> Kept(IReadOnlyList<Publication> history) =>
        [.. RetentionDecisions.KeptManifests(history, hold: null).Order(StringComparer.Ordinal)];
}
