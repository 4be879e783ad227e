namespace KawasakiServerless.Domain.Tests;

public sealed class EquatableListTests
{
    [Fact]
    public void ListsOfTheSameItemsAreEqual()
    {
        EquatableList<string> one = ["健康福祉局", "病院局"];
        var other = new List<string> { "健康福祉局", "病院局" }.ToEquatableList();

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void ListsOfDifferentOrderOrLengthAreNotEqual()
    {
        EquatableList<int> list = [1, 2];

        Assert.False(list.Equals([2, 1]));
        Assert.False(list.Equals([1]));
        Assert.False(list.Equals([1, 2, 3]));
        Assert.False(list.Equals(null));
        Assert.False(list.Equals((object)"1, 2"));
    }

    [Fact]
    public void ListsOfListsAreEqualWhenTheirItemsAre()
    {
        EquatableList<EquatableList<string>> one = [["川崎区"], []], other = [["川崎区"], []];

        Assert.True(one.Equals(other));
    }

    [Fact]
    public void RecordsHoldingListsCompareByValue()
    {
        Assert.Equal(Some.Initiative(), Some.Initiative());
        Assert.NotEqual(Some.Initiative(), Some.Initiative() with { Divisions = [] });
    }

    [Fact]
    public void AListDoesNotChangeWhenItsSourceListChanges()
    {
        List<int> items = [1, 2];
        var list = items.ToEquatableList();

        items.Add(3);

        Assert.Equal([1, 2], list);
        Assert.Equal(2, list.Count);
        Assert.Equal(2, list[1]);
    }
}
