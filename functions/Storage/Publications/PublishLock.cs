using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Ensures that at most one process publishes at a time, by a lease on a blob that is renewed during the work. The lease protects only its
/// own blob, so the publisher must call <see cref="EnsureHeld"/> before each write to other blobs. If the lease is no longer renewed, that
/// method throws well before another process could acquire the lease.
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
    private volatile StorageException? failure;

    private PublishLock(BlobLeaseClient lease, TimeProvider time, long acquiredAt)
    {
        (this.lease, this.time, renewedAt) = (lease, time, acquiredAt);
        renewing = KeepRenewingAsync(stop.Token);
    }

    /// <returns>The lock; null if another process holds it.</returns>
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

    /// <exception cref="PublishLockLostException">The last successful renewal was longer ago than two thirds of the lease's duration, or
    /// storage reported that this process no longer has the lease.</exception>
    public void EnsureHeld()
    {
        if (isLost || time.GetElapsedTime(Interlocked.Read(ref renewedAt)) > SafeFor)
            throw new PublishLockLostException(failure);
    }

    /// <summary>
    /// Renews the lease, by which storage confirms that this process still has it. This detects at once that another client has broken the
    /// lease; <see cref="EnsureHeld"/> detects it only after the next periodic renewal.
    /// </summary>
    /// <exception cref="PublishLockLostException">Another process has the lease, or may have it.</exception>
    /// <exception cref="StorageException">Storage failed, so it is unknown whether this process still has the lease.</exception>
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
            // Nothing to do: the lease is already lost, or storage is unreachable and the lease expires on its own.
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
        catch (StorageException unreachable)
        {
            // The next tick of the timer tries again. If no renewal succeeds in time, EnsureHeld stops the publication.
            failure = unreachable;
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
            (failure, isLost) = (lost, true);
        }
    }
}

/// <summary>
/// The publish lock was lost during a publication, so another process may be publishing. This process stops writing; the next publication
/// repairs the site.
/// </summary>
/// <param name="cause">Why the lease was last not renewed; null if no renewal failed.</param>
public sealed class PublishLockLostException(Exception? cause = null)
    : Exception("The publish lock was lost; nothing more was written.", cause);
