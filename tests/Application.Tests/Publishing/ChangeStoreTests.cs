using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>The history of changes can still be read with few requests when it has become long.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ChangeStoreTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task OldEntriesOfTheHistoryAreCombinedAndReadWithFewRequests()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var store = city.Get<ChangeStore>();
        var first = (await store.ReadHistoryAsync()).Newest!;
        foreach (var number in Enumerable.Range(2, 39))
        {
            var next = first with { Publication = $"20180801T000000{number:D3}-000000", Changes = first.Changes with { Number = number } };
            await store.SaveAsync(next, null, default);
            Assert.True(await store.TryCommitAsync(next, default));
        }

        var stored = await store.ReadHistoryAsync();
        await store.SaveAsync(stored.Newest!, stored.ToGather, default);
        var requests = 0;
        network.IsCut = _ => Interlocked.Increment(ref requests) < 0;
        var history = (await store.ReadHistoryAsync()).History;

        Assert.Equal(Enumerable.Range(1, 40).Reverse(), history.Publications.Select(p => p.Number));
        Assert.Equal(3, requests);
        network.IsCut = _ => false;

        // An entry is readable from either of its two copies: its publication's own file, or the combined file changes.json. AllAsync
        // writes a missing file of a publication again.
        var blobs = city.Storage.PublicationBlobs.Client;
        await blobs.DeleteBlobAsync($"{stored.Newest!.Publication}/changes.json");
        Assert.Equal(history.Publications, (await store.ReadHistoryAsync()).History.Publications);
        Assert.Equal(history.Publications.Reverse(), (await store.AllAsync(default)).Select(c => c.Changes));
        await blobs.GetBlobClient("changes.json").UploadAsync(BinaryData.FromString("{"), overwrite: true);
        Assert.Equal(history.Publications, (await store.ReadHistoryAsync()).History.Publications);
        await blobs.DeleteBlobAsync($"{first.Publication}/changes.json");
        var lost = await Assert.ThrowsAsync<InvalidDataException>(() => store.ReadHistoryAsync());
        Assert.StartsWith($"publications/{first.Publication}/changes.json and its copy are missing or damaged", lost.Message,
            StringComparison.Ordinal);
    }
}
