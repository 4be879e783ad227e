using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
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
    public async Task ALockIsRenewedWhileItsHolderWorks()
    {
        var (clock, renewals) = (new StoppedClock(), new Renewals());
        await using var held = await PublishLock.TryTakeAsync(await NewStorageAsync(renewals), clock, default);

        clock.Advance(TimeSpan.FromSeconds(30));
        clock.Tick();
        await renewals.NextAsync();
        // The lock renews its lease again only after it has taken note of the first renewal.
        clock.Tick();
        await renewals.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(30));

        held!.EnsureHeld();
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

    private async Task<CityStorage> NewStorageAsync(Renewals renewals)
    {
        var connection = azurite.NewStore();
        var storage = new CityStorage(
            new TableServiceClient(connection),
            new BlobServiceClient(connection, new() { Transport = new HttpClientTransport(renewals) }));
        await storage.EnsureCreatedAsync(default);
        return storage;
    }

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }

    /// <summary>The connection to storage, which tells when a lease has been renewed.</summary>
    private sealed class Renewals() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly SemaphoreSlim renewed = new(0);

        /// <summary>Completes when storage has answered the next renewal that this method has not yet returned.</summary>
        public async Task NextAsync() => Assert.True(await renewed.WaitAsync(TimeSpan.FromMinutes(1)), "The lease was not renewed.");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Headers.TryGetValues("x-ms-lease-action", out var action) && action.Single() == "renew")
                renewed.Release();
            return answer;
        }

        protected override void Dispose(bool disposing)
        {
            renewed.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>
    /// A clock whose time changes only by <see cref="Advance"/> and whose timers fire only by <see cref="Tick"/>.
    /// </summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly List<Action> timers = [];
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Add(() => callback(state));
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Tick() => timers.ForEach(fire => fire());

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }
}
