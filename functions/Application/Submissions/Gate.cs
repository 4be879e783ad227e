namespace KawasakiServerless.Application.Submissions;

/// <param name="Places">How many callers may be inside the gate at the same time.</param>
/// <param name="MostWaiting">How many more callers of <see cref="Gate.TryEnterAsync"/> may wait.</param>
/// <param name="Patience">The maximum time for which such a caller waits.</param>
public sealed record GateSize(int Places, int MostWaiting, TimeSpan Patience);

/// <summary>
/// Limits how many callers work at the same time. Further callers wait in a first-in, first-out queue. A caller of
/// <see cref="TryEnterAsync"/> is refused when too many such callers wait or its wait times out; a caller of <see cref="EnterAsync"/> is
/// never refused.
/// </summary>
public sealed class Gate(GateSize size, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(size.Places, size.Places);
    private int waiting;

    /// <summary>Waits for a free slot without a time limit, however many callers wait already.</summary>
    public async Task<Place> EnterAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        return new(() => places.Release(), time);
    }

    /// <summary>Waits for a free slot, but only up to a maximum time and only if the queue is not full.</summary>
    /// <returns>Null when the queue is full or the wait timed out.</returns>
    public async Task<Place?> TryEnterAsync(CancellationToken cancellation)
    {
        if (await places.WaitAsync(TimeSpan.Zero, cancellation))
            return new(() => places.Release(), time);
        try
        {
            return Interlocked.Increment(ref waiting) > size.MostWaiting ? null : await WaitInQueueAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<Place?> WaitInQueueAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(size.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await EnterAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
