using static KawasakiServerless.Domain.PublicationState;

namespace KawasakiServerless.Domain.Tests.Publications;

/// <summary>Decides whether a publication that crashed when its site was complete may run again.</summary>
public sealed class ReplacedPublicationTests
{
    private static readonly Publication Row = Published.At(9, Running);

    /// <summary>
    /// Each case gives the publications in the change history, oldest first (p9 is the one that is to run again), and whether a later
    /// publication has replaced the site of p9.
    /// </summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("p1", false)]
    [InlineData("p1 p9", false)]
    [InlineData("p1 p9 p8", true)]
    public void APublicationIsReplacedWhenTheHistoryContainsALaterOne(string numbered, bool isReplaced) => Assert.Equal(
        isReplaced,
        PublicationDecisions.IsReplaced(new(Row, IsBegunAgain: true, [Row, Published.At(1, Live, "p1")]), numbered.Split(' ')));

    /// <summary>
    /// The change history does not list every publication: for example, it does not list one that only withholds workbooks. Each case gives
    /// the state and the start hour of another publication, and whether it has replaced the site of p9 or some of its files. Publication
    /// p9, which is to run again, started at nine hours after noon.
    /// </summary>
    [Theory]
    [InlineData(Live, 10, true)]
    [InlineData(Failed, 10, true)]
    [InlineData(Running, 10, true)]
    [InlineData(Unchanged, 10, false)]
    [InlineData(Requested, null, false)]
    [InlineData(Live, 8, false)]
    public void APublicationIsReplacedWhenAnotherOneStartedAfterIt(PublicationState state, int? startedAt, bool isReplaced) => Assert.Equal(
        isReplaced,
        PublicationDecisions.IsReplaced(
            new(Row, IsBegunAgain: true, [Row, Published.At(10, state, startedAt: startedAt), Published.At(1, Live, "p1")]), ["p1", "p9"]));

    [Fact]
    public void AReplacedPublicationEndsAsLiveAndKeepsItsStartTime() => Assert.Equal(
        Row with { State = Live, Manifest = "p9", Fingerprint = "new" },
        PublicationDecisions.Replaced(Row with { Message = "An outage." }, "p9", "new"));
}
