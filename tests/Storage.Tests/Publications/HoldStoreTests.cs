using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Storage.Tests.Publications;

[Collection(OneAzurite.Name)]
public sealed class HoldStoreTests(SharedAzurite azurite)
{
    private static readonly Hold First = new("20180401T000000000-aaaaaa", "20180301T000000000-aaaaaa", "one", DateTimeOffset.UnixEpoch);

    private static readonly Hold Second = First with { Publication = "20180401T000000001-bbbbbb", Who = "another" };

    private CityStorage? storage;

    [Fact]
    public async Task LiftingAnOutdatedHoldDoesNotLiftTheNewerOne()
    {
        var holds = await OpenAsync();
        await holds.SetAsync(First, default);
        var found = await holds.FindAsync(default);
        await holds.SetAsync(Second, default);

        Assert.False(await holds.TryLiftAsync(found!, "a", default));
        var newer = await holds.FindAsync(default);
        Assert.Equal("another", newer?.Who);
        Assert.True(await holds.TryLiftAsync(newer!, "b", default));
        Assert.Null(await holds.FindAsync(default));
    }

    [Fact]
    public async Task AHoldReplacesOnlyTheOneThatWasRead()
    {
        var holds = await OpenAsync();

        Assert.True(await holds.TrySetAsync(First, null, default));
        var found = await holds.FindAsync(default);
        Assert.False(await holds.TrySetAsync(Second, null, default));
        Assert.True(await holds.TrySetAsync(Second, found, default));
        Assert.False(await holds.TrySetAsync(First, found, default));
        var newer = await holds.FindAsync(default);
        Assert.Equal("another", newer?.Who);
        Assert.True(await holds.TryLiftAsync(newer!, "b", default));
        Assert.False(await holds.TryLiftAsync(newer!, "c", default));
        Assert.False(await holds.TrySetAsync(First, newer, default));
        Assert.Null(await holds.FindAsync(default));
    }

    // The process that lifted the hold has crashed before it deleted the row.
    [Fact]
    public async Task AHoldThatWasLiftedIsNoHoldEvenIfItsRowIsLeft()
    {
        var holds = await OpenAsync();
        await holds.SetAsync(First, default);
        var row = await storage!.Publications.FindAsync("hold", "hold", default);
        row!["LiftedBy"] = "a";
        await storage.Publications.PutAsync(row, default);

        Assert.Null(await holds.FindAsync(default));
        Assert.True(await holds.TrySetAsync(Second, null, default));
        Assert.Equal("another", (await holds.FindAsync(default))?.Who);
    }

    private async Task<HoldStore> OpenAsync()
    {
        var connection = azurite.NewStore();
        storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return new(storage);
    }
}
