using Azure;
using KawasakiServerless.Storage.Tables;
using static KawasakiServerless.Storage.Tables.TableTransactionActionType;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class TransactionFacts(SharedAzurite azurite)
{
    [Fact]
    public async Task AHundredActionsAreOneTransaction()
    {
        var table = await Some.TableAsync(azurite);

        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => Some.Add($"{i:D3}")));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.Equal((await table.GetEntityAsync<TableEntity>("p", "042")).Value.ETag, answer.Value[42].Headers.ETag);
        Assert.Equal(100, (await table.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task EveryKindOfActionWorks()
    {
        var table = await Some.TableAsync(azurite);
        foreach (var row in new[] { "um", "ur", "sm", "sr", "d" })
            await table.AddEntityAsync(Some.Entity("p'", row));
        TableEntity Change(string row) => new("p'", row) { ["Count"] = 9 };

        var answer = await table.SubmitTransactionAsync(
        [
            new(Add, Change("a")), new(UpdateMerge, Change("um"), ETag.All), new(UpdateReplace, Change("ur"), ETag.All),
            new(UpsertMerge, Change("sm")), new(UpsertReplace, Change("sr")), new(UpsertReplace, Change("new")), new(Delete, Change("d")),
        ]);

        var found = (await table.QueryAsync<TableEntity>().ToListAsync()).ToDictionary(e => e.RowKey, e => e.GetString("Title"), StringComparer.Ordinal);
        Assert.All(answer.Value, p => Assert.Equal(204, p.Status));
        Assert.Equal(["a", "new", "sm", "sr", "um", "ur"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["sm", "um"], found.Where(e => e.Value is not null).Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFailedActionUndoesAllAndIsNamed()
    {
        var table = await Some.TableAsync(azurite);
        await table.AddEntityAsync(Some.Entity("p", "b"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([Some.Add("a"), Some.Add("b"), Some.Add("c")]));

        Assert.Equal((409, "EntityAlreadyExists", 1), (e.Status, e.ErrorCode, e.FailedTransactionActionIndex));
        Assert.Equal("b", Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync()).RowKey);
    }

    [Fact]
    public async Task AStaleETagUndoesAll()
    {
        var table = await Some.TableAsync(azurite);
        var stale = (await table.AddEntityAsync(Some.Entity("p", "b"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Some.Entity("p", "b"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([Some.Add("a"), new(UpdateReplace, Some.Entity("p", "b"), stale)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (e.Status, e.ErrorCode, e.FailedTransactionActionIndex));
        Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
    }
}
