using Azure;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

public sealed class TableEntityFacts
{
    [Fact]
    public void AGetterOfAnotherTypeIsABug()
    {
        var e = Assert.Throws<InvalidOperationException>(() => Some.Entity().GetInt64("Count"));

        Assert.Equal("Cannot return System.Int64 type for a System.Int32 typed property 'Count'.", e.Message);
    }

    [Fact]
    public void AMissingPropertyIsNull()
    {
        var entity = new TableEntity();

        Assert.Null(entity.PartitionKey);
        Assert.Null(entity["Nothing"]);
        Assert.Null(entity.GetString("Nothing"));
        Assert.Null(entity.GetBinary("Nothing"));
        Assert.Null(entity.GetDateTimeOffset("Nothing"));
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public void KeysAndETagAreEntriesOfTheDictionary()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = DateTimeOffset.UnixEpoch };

        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
        Assert.Equal("W/\"1\"", entity["odata.etag"]);
        Assert.Equal("p", new TableEntity(entity).PartitionKey);
    }
}
