using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Ensures that at most one publisher runs at a time, by a lease on a blob that is renewed during the work. The lease protects only its own
/// blob, so the publisher calls <see cref="EnsureHeld"/> before each write; it throws well before another publisher could have acquired the
/// lease.
/// </summary>
public sealed class PublishLock : IAsyncDisposable
{
    private const string Name = "publish";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60), RenewEvery = TimeSpan.FromSeconds(15), SafeFor = Duration * 2 / 3;

    private readonly BlobLeaseClient lease;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stop = new();
    private readonly Task renewing;
    private long renewedAt;
    private volatile bool isLost;

    private PublishLock(BlobLeaseClient lease, TimeProvider time, long acquiredAt)
    {
        (this.lease, this.time, renewedAt) = (lease, time, acquiredAt);
        renewing = KeepRenewingAsync(stop.Token);
    }

    /// <returns>Null if another publisher holds the lock.</returns>
    public static async Task<PublishLock?> TryTakeAsync(CityStorage storage, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await TakeAsync(storage, time, cancellation);
        }
        catch (StorageException missing) when (missing.Status == 404 && missing.Code == BlobErrorCode.BlobNotFound)
        {
            // The blob does not exist before the first publication.
            await storage.Locks.AddOnceAsync(Name, new(ReadOnlyMemory<byte>.Empty), cancellation);
            return await TakeAsync(storage, time, cancellation);
        }
    }

    /// <exception cref="PublishLockLostException">The lease was not renewed for two thirds of its duration, or storage reported that it is
    /// no longer ours.</exception>
    public void EnsureHeld()
    {
        if (isLost || time.GetElapsedTime(Interlocked.Read(ref renewedAt)) > SafeFor)
            throw new PublishLockLostException();
    }

    /// <summary>
    /// Renews the lease, which confirms with storage that it is still ours. If another client broke the lease, no timeout on our side can
    /// detect it.
    /// </summary>
    /// <exception cref="PublishLockLostException">Another publisher holds the lease, or may hold it.</exception>
    public async Task ConfirmAsync(CancellationToken cancellation)
    {
        EnsureHeld();
        await RenewAsync(cancellation);
        EnsureHeld();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await renewing;
        stop.Dispose();
        try
        {
            await StorageCall.RunAsync(() => lease.ReleaseAsync(), CancellationToken.None);
        }
        catch (StorageException)
        {
            // The lease is already lost, or storage is unreachable: the lease expires on its own.
        }
    }

    private static async Task<PublishLock?> TakeAsync(CityStorage storage, TimeProvider time, CancellationToken cancellation)
    {
        var taken = storage.Locks.Client.GetBlobClient(Name).GetBlobLeaseClient();
        var before = time.GetTimestamp();
        try
        {
            await StorageCall.RunAsync(() => taken.AcquireAsync(Duration, cancellationToken: cancellation), cancellation);
            return new(taken, time, before);
        }
        catch (StorageException held) when (held.Status == 409)
        {
            return null;
        }
    }

    private async Task KeepRenewingAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(RenewEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
                await TryRenewAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The work is finished, so renewal stops.
        }
    }

    private async Task TryRenewAsync(CancellationToken cancellation)
    {
        try
        {
            await RenewAsync(cancellation);
        }
        catch (StorageException)
        {
            // The next tick retries; EnsureHeld stops the work if no renewal succeeds in time.
        }
    }

    private async Task RenewAsync(CancellationToken cancellation)
    {
        var before = time.GetTimestamp();
        try
        {
            await StorageCall.RunAsync(() => lease.RenewAsync(cancellationToken: cancellation), cancellation);
            Interlocked.Exchange(ref renewedAt, before);
        }
        catch (StorageException lost) when (lost.Status is 404 or 409 or 412)
        {
            isLost = true;
        }
    }
}

/// <summary>The publish lock was lost during a publication; another publisher may be writing. The next run repairs the site.</summary>
public sealed class PublishLockLostException() : Exception("The publish lock was lost; nothing more was written.");
