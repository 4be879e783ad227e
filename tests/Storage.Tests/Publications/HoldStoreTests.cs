using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Tests.Publications;

[Collection(OneAzurite.Name)]
public sealed class HoldStoreTests(SharedAzurite azurite)
{
    [Fact]
    public async Task LiftingAnOutdatedHoldDoesNotLiftTheNewerOne()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        var holds = new HoldStore(storage);
        await holds.SetAsync(new("20180401T000000000-aaaaaa", "20180301T000000000-aaaaaa", "one", DateTimeOffset.UnixEpoch), default);
        var found = await holds.FindAsync(default);
        await holds.SetAsync(new("20180401T000000001-bbbbbb", "20180301T000000000-bbbbbb", "another", DateTimeOffset.UnixEpoch), default);

        Assert.False(await holds.TryLiftAsync(found!, default));
        var newer = await holds.FindAsync(default);
        Assert.Equal("another", newer?.Who);
        Assert.True(await holds.TryLiftAsync(newer!, default));
        Assert.Null(await holds.FindAsync(default));
    }
}
