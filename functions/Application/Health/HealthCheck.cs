using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Health;

/// <summary>The result of a storage health check.</summary>
public abstract record StorageHealth
{
    private StorageHealth()
    {
    }

    /// <param name="LastPublication">When a publication last went live; null if none has yet.</param>
    /// <param name="OldestUnfinishedSubmission">When the oldest submission whose processing has not ended was uploaded; null if there is
    /// none.</param>
    /// <param name="LastNight">When the last nightly run succeeded; null if no run has succeeded yet.</param>
    public sealed record Good(
        DateTimeOffset? LastPublication, DateTimeOffset? OldestUnfinishedSubmission, DateTimeOffset? LastNight) : StorageHealth
    {
        /// <summary>
        /// Whether a nightly run should have taken place since <see cref="LastNight"/> or, if that is null, since the first publication, but
        /// did not succeed.
        /// </summary>
        public bool IsNightOverdue { get; init; }

        /// <summary>
        /// The time since the last successful nightly run or, if there was none, since the first publication was requested. Zero if there
        /// was no publication either.
        /// </summary>
        public TimeSpan SinceNight { get; init; }
    }

    public sealed record Unreachable : StorageHealth;

    /// <summary>Storage answers reads, but rejects writes or does not complete them in time.</summary>
    public sealed record ReadOnly : StorageHealth;
}

/// <summary>
/// Checks storage by reading and by writing. The result is cached for some seconds (<see cref="KeptFor"/>), because anyone can call the
/// health endpoint without signing in, and a caller must not be able to cause a write with every request.
/// </summary>
public sealed class HealthCheck(
    PublicationStore publications, SubmissionStore submissions, WriteProbe probe, TimeProvider time, ILogger<HealthCheck> log)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // The time limit of a check. The storage clients' own retries would last for minutes, by which time the monitor that called the
    // endpoint would have timed out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private (long StartedAt, Task<StorageHealth> Found)? last;

    /// <param name="cancellation">Cancels only the wait of this caller. The check itself continues for other callers that wait for the same
    /// result.</param>
    public Task<StorageHealth> CheckAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (last is not { } known || (known.Found.IsCompleted && time.GetElapsedTime(known.StartedAt) >= KeptFor))
                last = known = (time.GetTimestamp(), ProbeStorageAsync());
            return known.Found.WaitAsync(cancellation);
        }
    }

    private async Task<StorageHealth> ProbeStorageAsync()
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            var good = await ReadAsync(limit.Token);
            return await IsWritableAsync(limit.Token) ? good : new StorageHealth.ReadOnly();
        }
        catch (Exception failure) when (IsOfStorage(failure))
        {
            log.LogWarning(failure, "The health check could not read from storage");
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
            log.LogWarning(failure, "The health check could not write to storage");
            return false;
        }
    }

    private static bool IsOfStorage(Exception failure) => failure is StorageException or OperationCanceledException;
}
