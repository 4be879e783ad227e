namespace KawasakiServerless.Domain.Tests;

public sealed class ReadingAttemptsTests
{
    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, false)]
    [InlineData(2, false, true)]
    [InlineData(3, false, true)]
    [InlineData(2, true, false)]
    [InlineData(9, true, false)]
    [InlineData(10, true, true)]
    public void AWorkbookIsReadTwiceUnlessItWasOnceReadToItsEnd(int begun, bool hasEnded, bool areUsedUp) =>
        Assert.Equal(areUsedUp, ReadingAttempts.AreUsedUp(
            begun, hasEnded ? EarlierReading.Completed : EarlierReading.NeverCompleted));
}
