using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// At most one publisher at a time: a lease on a blob, renewed while the work goes on. A lease guards only its own blob,
/// so <see cref="EnsureHeld"/> is asked before each write and refuses well before somebody else could have taken it.
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

    /// <returns>Null when another publisher holds it.</returns>
    public static async Task<PublishLock?> TryTakeAsync(CityStorage storage, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await TakeAsync(storage, time, cancellation);
        }
        catch (StorageException missing) when (missing.Status == 404 && missing.Code == BlobErrorCode.BlobNotFound)
        {
            // The first time of all.
            await storage.Locks.AddOnceAsync(Name, new(ReadOnlyMemory<byte>.Empty), cancellation);
            return await TakeAsync(storage, time, cancellation);
        }
    }

    /// <exception cref="PublishLockLostException">The lease was not renewed for two thirds of its time, or storage said that it is not
    /// ours.</exception>
    public void EnsureHeld()
    {
        if (isLost || time.GetElapsedTime(Interlocked.Read(ref renewedAt)) > SafeFor)
            throw new PublishLockLostException();
    }

    /// <summary>
    /// Asks storage whether the lease is still ours, and renews it. Whoever broke it has no clock that we could wait for.
    /// </summary>
    /// <exception cref="PublishLockLostException">Somebody else has it, or may have.</exception>
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
            // Lost already, or out of reach: it ends by itself.
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
            // The work is done.
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
            // The next tick tries again; EnsureHeld stops the work if none succeeds in time.
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

/// <summary>The right to publish was lost in the middle; another publisher may be writing. Running again repairs the site.</summary>
#pragma warning disable CA1032 // Thrown in one place, with one message.
public sealed class PublishLockLostException() : Exception("The publish lock was lost; nothing more was written.");
#pragma warning restore CA1032
