using Azure;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class EntityFacts(SharedAzurite azurite)
{
    [Fact]
    public async Task WhatWasAddedIsReadBack()
    {
        var table = await Some.TableAsync(azurite);

        var added = await table.AddEntityAsync(Some.Entity());
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(204, added.Status);
        Assert.Equal("市民の森", read.GetString("Title"));
        Assert.Equal(3, read.GetInt32("Count"));
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task AddingTwiceIsAConflict()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity());

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Some.Entity()));

        Assert.Equal((409, "EntityAlreadyExists"), (e.Status, e.ErrorCode));
        Assert.StartsWith("The specified entity already exists", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingEntityIsAnErrorOrNoValue()
    {
        var table = await Some.TableAsync(azurite);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "none"));
        var none = await table.GetEntityIfExistsAsync<TableEntity>("p", "none");

        Assert.Equal((404, "ResourceNotFound"), (e.Status, e.ErrorCode));
        Assert.False(none.HasValue);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        Assert.Equal(404, none.GetRawResponse().Status);
    }

    [Fact]
    public async Task AnExistingEntityHasAValue()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity());

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(3, found.Value!.GetInt32("Count"));
    }

    [Fact]
    public async Task SelectLeavesTheOtherColumnsOut()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity());

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["PartitionKey", "Count"])).Value;

        Assert.Equal(("p", 3, null), (read.PartitionKey, read.GetInt32("Count"), read.GetString("Title")));
    }

    [Fact]
    public async Task AMergeKeepsWhatItDoesNotName()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity());

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(("市民の森", 4), (read.GetString("Title"), read.GetInt32("Count")));
    }

    [Fact]
    public async Task AReplacementKeepsNothing()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity());

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 }, TableUpdateMode.Replace);

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((null, 4), (read.GetString("Title"), read.GetInt32("Count")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task AnUpsertCreatesWhatIsMissing(TableUpdateMode mode)
    {
        var table = await Some.TableAsync(azurite);

        await table.UpsertEntityAsync(Some.Entity(), mode);

        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task AnUpdateWithAStaleETagIsRefused(TableUpdateMode mode)
    {
        var table = await Some.TableAsync(azurite);
        var stale = (await table.AddEntityAsync(Some.Entity())).Headers.ETag!.Value;
        var fresh = (await table.UpdateEntityAsync(Some.Entity(), stale, mode)).Headers.ETag!.Value;

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(Some.Entity(), stale, mode));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (e.Status, e.ErrorCode));
        Assert.Equal(fresh, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag);
    }

    [Fact]
    public async Task AnUpdateOfNothingIsNotFound()
    {
        var table = await Some.TableAsync(azurite);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(Some.Entity(), ETag.All));

        Assert.Equal((404, "ResourceNotFound"), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task AnUpdateNeedsAnETag()
    {
        var table = await Some.TableAsync(azurite);

        await Assert.ThrowsAsync<ArgumentException>("ifMatch", () => table.UpdateEntityAsync(Some.Entity(), default));
    }

    [Fact]
    public async Task ADeletionIsUnconditionalUnlessAnETagIsGiven()
    {
        var table = await Some.TableAsync(azurite);
        var stale = (await table.AddEntityAsync(Some.Entity())).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Some.Entity());

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));
        var deleted = await table.DeleteEntityAsync("p", "r");
        var again = await table.DeleteEntityAsync("p", "r");

        Assert.Equal((412, 204, 404), (e.Status, deleted.Status, again.Status));
    }

    [Theory]
    [InlineData("O'Brien ''", "川崎市 𠮷田")]
    [InlineData("100% & a=b+c;,", "%27%2F")]
    [InlineData(" leading", "~!@$^*()[]{}|\"<>")]
    [InlineData("", "..")]
    public async Task KeysMayHoldAnyPermittedCharacter(string partition, string row)
    {
        var table = await Some.TableAsync(azurite);

        await table.AddEntityAsync(Some.Entity(partition, row));
        await table.UpdateEntityAsync(Some.Entity(partition, row), ETag.All);
        var read = (await table.GetEntityAsync<TableEntity>(partition, row)).Value;
        var found = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}")).ToListAsync();

        Assert.Equal((partition, row), (read.PartitionKey, read.RowKey));
        Assert.Equal(row, Assert.Single(found).RowKey);
        Assert.Equal(204, (await table.DeleteEntityAsync(partition, row)).Status);
    }
}
