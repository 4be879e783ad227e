using Azure.Data.Tables;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>
/// If the response to a request is lost, the client sends the request again, and then finds what its first attempt has done.
/// </summary>
[Collection(OneAzurite.Name)]
public sealed class LostAnswerTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AnAddedRowIsRecognisedWhenTheAnswerWasLost()
    {
        var table = await Some.TableAsync(azurite);
        var row = new TableEntity("p", "r")
        {
            ["Text"] = "ケヤキ",
            ["Whole"] = 3,
            ["Long"] = 7L,
            ["Number"] = 2d,
            ["Yes"] = true,
            ["At"] = new DateTimeOffset(2026, 5, 1, 9, 0, 0, 1, TimeSpan.FromHours(9)),
            ["None"] = null,
        };

        var outcome = await table.Over(azurite, Losing(HttpMethod.Post)).AddOnceAsync(row, default);

        Assert.Equal(new Added(await VersionAsync(table)), outcome);
    }

    [Fact]
    public async Task AnUpdatedRowIsRecognisedWhenTheAnswerWasLost()
    {
        var table = await Some.TableAsync(azurite);
        var read = await table.AddNewAsync(Some.Row(), default);

        var outcome = await table.Over(azurite, Losing(HttpMethod.Put)).TryUpdateAsync(new("p", "r") { ["Count"] = 4 }, read, default);

        Assert.Equal(new Written<StoredVersion>(await VersionAsync(table)), outcome);
        Assert.Equal(4, (await table.FindAsync("p", "r", default))!.GetInt32("Count"));
    }

    [Fact]
    public async Task ARemovalOfARowSucceedsWhenTheAnswerWasLost()
    {
        var table = await Some.TableAsync(azurite);
        var read = await table.AddNewAsync(Some.Row(), default);

        Assert.True(await table.Over(azurite, Losing(HttpMethod.Delete)).TryRemoveAsync("p", "r", read, default));
        Assert.Null(await table.FindAsync("p", "r", default));
    }

    [Fact]
    public async Task ATransactionOfWritesSucceedsWhenTheAnswerWasLost()
    {
        var table = await Some.TableAsync(azurite);

        await table.Over(azurite, Losing(HttpMethod.Post)).PutAllAsync(Some.Rows(20), default);

        Assert.Equal(20, (await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).Count);
    }

    [Fact]
    public async Task ATransactionOfRemovalsWhoseAnswerWasLostFindsTheRowsRemoved()
    {
        var table = await Some.TableAsync(azurite);
        await table.PutAllAsync(Some.Rows(3), default);

        Assert.False(await table.Over(azurite, Losing(HttpMethod.Post)).TryRemoveAllAsync(Some.Rows(3), default));
        Assert.Empty(await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync());
    }

    [Theory]
    [InlineData("Count", 4)]
    [InlineData("Count", "3")]
    [InlineData("Other", 1)]
    public async Task ARowThatAnotherProcessWroteIsNeitherOverwrittenNorRemoved(string column, object value)
    {
        var table = await Some.TableAsync(azurite);
        var other = Some.Row();
        other[column] = value;
        var stale = await table.AddNewAsync(Some.Row(), default);
        Assert.IsType<Written<StoredVersion>>(await table.TryUpdateAsync(other, stale, default));

        Assert.IsType<AlreadyThere>(await table.AddOnceAsync(Some.Row(), default));
        Assert.IsType<Overtaken<StoredVersion>>(await table.TryUpdateAsync(Some.Row(), stale, default));
        Assert.False(await table.TryRemoveAsync("p", "r", stale, default));
    }

    [Fact]
    public async Task UpdatingARowThatWasRemovedReturnsOvertaken()
    {
        var table = await Some.TableAsync(azurite);
        var read = await table.AddNewAsync(Some.Row(), default);
        Assert.True(await table.TryRemoveAsync("p", "r", read, default));

        Assert.IsType<Overtaken<StoredVersion>>(await table.TryUpdateAsync(Some.Row(), read, default));
        Assert.True(await table.TryRemoveAsync("p", "r", read, default));
    }

    private static Network Losing(HttpMethod method) => new() { LosesFirstAnswer = request => request.Method == method };

    private static async Task<StoredVersion> VersionAsync(Storage.Rows.RowTable table) =>
        new((await table.FindAsync("p", "r", default))!.ETag.ToString());
}
