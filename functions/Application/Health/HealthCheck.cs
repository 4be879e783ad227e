using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Health;

/// <summary>What a look at storage found.</summary>
public abstract record StorageHealth
{
    private StorageHealth()
    {
    }

    /// <param name="LastPublication">When the site last went live.</param>
    /// <param name="OldestUnfinishedSubmission">When the oldest submission that has not ended was uploaded; null for none.</param>
    /// <param name="LastNight">When the last nightly run ended well; null when there was none.</param>
    public sealed record Good(
        DateTimeOffset? LastPublication, DateTimeOffset? OldestUnfinishedSubmission, DateTimeOffset? LastNight) : StorageHealth
    {
        /// <summary>A nightly run should have come since.</summary>
        public bool IsNightOverdue { get; init; }

        /// <summary>Since the last nightly run that ended well, or since the first publication while there was none.</summary>
        public TimeSpan SinceNight { get; init; }
    }

    public sealed record Unreachable : StorageHealth;

    /// <summary>It answers, and refuses writes or does not finish them.</summary>
    public sealed record ReadOnly : StorageHealth;
}

/// <summary>
/// Looks at storage, by reading and by writing. What was found is kept for some seconds, so that requests of strangers cannot make the app
/// write at will.
/// </summary>
public sealed class HealthCheck(PublicationStore publications, SubmissionStore submissions, WriteProbe probe, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // A monitor gives up soon after; the storage clients by themselves would try for minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private (long StartedAt, Task<StorageHealth> Found)? last;

    /// <param name="cancellation">Stops the waiting; the look itself goes on for the others who wait.</param>
    public Task<StorageHealth> LookAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (last is not { } known || (known.Found.IsCompleted && time.GetElapsedTime(known.StartedAt) >= KeptFor))
                last = known = (time.GetTimestamp(), LookAnewAsync());
            return known.Found.WaitAsync(cancellation);
        }
    }

    private async Task<StorageHealth> LookAnewAsync()
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            var good = await ReadAsync(limit.Token);
            return await IsWritableAsync(limit.Token) ? good : new StorageHealth.ReadOnly();
        }
        catch (Exception failure) when (IsOfStorage(failure))
        {
            return new StorageHealth.Unreachable();
        }
    }

    private async Task<StorageHealth.Good> ReadAsync(CancellationToken cancellation)
    {
        var history = await publications.HistoryAsync(cancellation);
        var live = history.FirstOrDefault(p => p.State == PublicationState.Live);
        var unfinished = await submissions.UnfinishedAsync(cancellation);
        return new(live?.FinishedAt, unfinished.Count == 0 ? null : unfinished.Min(s => s.UploadedAt), Nights.LastRun(history))
        {
            IsNightOverdue = Nights.IsOverdue(history, time.GetUtcNow()),
            SinceNight = Nights.Since(history, time.GetUtcNow()),
        };
    }

    private async Task<bool> IsWritableAsync(CancellationToken cancellation)
    {
        try
        {
            await probe.WriteAsync(cancellation);
            return true;
        }
        catch (Exception failure) when (IsOfStorage(failure))
        {
            return false;
        }
    }

    private static bool IsOfStorage(Exception failure) => failure is StorageException or OperationCanceledException;
}
