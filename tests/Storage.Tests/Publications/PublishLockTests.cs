using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Tests.Publications;

[Collection(OneAzurite.Name)]
public sealed class PublishLockTests(SharedAzurite azurite)
{
    [Fact]
    public async Task OnlyOnePublisherHoldsTheLockUntilItIsReleased()
    {
        var storage = await NewStorageAsync();
        await using (var held = await PublishLock.TryTakeAsync(storage, TimeProvider.System, default))
        {
            held!.EnsureHeld();
            Assert.Null(await PublishLock.TryTakeAsync(storage, TimeProvider.System, default));
        }

        await using var next = await PublishLock.TryTakeAsync(storage, TimeProvider.System, default);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task ALockThatWasNotRenewedIsLostBeforeAnotherPublisherCanTakeIt()
    {
        var clock = new StoppedClock();
        await using var held = await PublishLock.TryTakeAsync(await NewStorageAsync(), clock, default);

        clock.Advance(TimeSpan.FromSeconds(39));
        held!.EnsureHeld();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Throws<PublishLockLostException>(held.EnsureHeld);
    }

    [Fact]
    public async Task ConfirmingALockWhoseLeaseWasBrokenThrows()
    {
        var storage = await NewStorageAsync();
        await using var held = await PublishLock.TryTakeAsync(storage, TimeProvider.System, default);
        await held!.ConfirmAsync(default);

        await storage.Locks.Client.GetBlobClient("publish").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);

        await Assert.ThrowsAsync<PublishLockLostException>(() => held.ConfirmAsync(default));
    }

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }

    /// <summary>A clock whose timers never fire and whose time changes only by <see cref="Advance"/>.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }
}
