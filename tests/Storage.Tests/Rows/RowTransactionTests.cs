using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>
/// A transaction that changes one row only if it still has the version that was read, and that writes other rows with it.
/// </summary>
[Collection(OneAzurite.Name)]
public sealed class RowTransactionTests(SharedAzurite azurite)
{
    [Fact]
    public async Task ATransactionWritesAllRowsAndReturnsTheVersionOfTheFirst()
    {
        var table = await Some.TableAsync(azurite);

        var outcome = await table.TryPutTogetherAsync(Some.Row(), null, Some.Rows(3), default);

        Assert.Equal(new Written<StoredVersion>((await table.FindAsync("p", "r", default))!.ETag is var tag
            ? new StoredVersion(tag.ToString()) : default), outcome);
        Assert.Equal(4, (await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).Count);
    }

    [Fact]
    public async Task ATransactionWritesNothingIfTheFirstRowWasChanged()
    {
        var table = await Some.TableAsync(azurite);
        var read = await table.AddNewAsync(Some.Row(), default);
        await table.PutAsync(new("p", "r") { ["Count"] = 9 }, default);

        Assert.IsType<Overtaken<StoredVersion>>(
            await table.TryPutTogetherAsync(new("p", "r") { ["Count"] = 4 }, read, Some.Rows(3), default));
        Assert.IsType<Overtaken<StoredVersion>>(
            await table.TryPutTogetherAsync(new("p", "r") { ["Count"] = 4 }, null, Some.Rows(3), default));

        Assert.Equal(9, Assert.Single(await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).GetInt32("Count"));
    }

    [Fact]
    public async Task ATransactionWritesNothingIfTheFirstRowWasRemoved()
    {
        var table = await Some.TableAsync(azurite);
        var read = await table.AddNewAsync(Some.Row(), default);
        await table.TryRemoveAsync("p", "r", read, default);

        Assert.IsType<Overtaken<StoredVersion>>(
            await table.TryPutTogetherAsync(new("p", "r") { ["Count"] = 4 }, read, Some.Rows(3), default));
        Assert.Empty(await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATransactionIsRecognisedWhenItsAnswerWasLost(bool isThere)
    {
        var table = await Some.TableAsync(azurite);
        StoredVersion? read = isThere ? await table.AddNewAsync(Some.Row(), default) : null;
        var losing = new Network { LosesFirstAnswer = r => r.Method == HttpMethod.Post };

        var outcome = await table.Over(azurite, losing).TryPutTogetherAsync(new("p", "r") { ["Count"] = 4 }, read, Some.Rows(3), default);

        Assert.IsType<Written<StoredVersion>>(outcome);
        Assert.Equal(4, (await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).Count);
    }
}
