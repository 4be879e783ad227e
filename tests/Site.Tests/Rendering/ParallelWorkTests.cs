using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

public class ParallelWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void ResultsAreInTheOrderOfTheItems(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        Assert.Equal(items.Select(i => i * 2), ParallelWork.Each(items, i => i * 2));
    }

    [Fact]
    public void TheCallerGetsTheExceptionThatTheFunctionThrew() =>
        Assert.Throws<InvalidDataException>(() => ParallelWork.Each<int, int>([1, 2], _ => throw new InvalidDataException()));
}
