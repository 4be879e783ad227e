namespace KawasakiServerless.Application.Submissions;

/// <param name="Places">How many may be in at once.</param>
/// <param name="MostWaiting">How many may wait in line for a place.</param>
/// <param name="Patience">How long they wait.</param>
public sealed record GateSize(int Places, int MostWaiting, TimeSpan Patience);

/// <summary>
/// Lets a few in at once. Some more wait in line, first come first served; whoever comes after them or has waited too long is turned
/// away.
/// </summary>
public sealed class Gate(GateSize size, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(size.Places, size.Places);
    private int waiting;

    /// <summary>Waits for a place as long as it takes.</summary>
    public async Task<Place> EnterAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        return new(() => places.Release(), time);
    }

    /// <summary>Waits for a place in a line that has an end.</summary>
    /// <returns>Null when the line is full or the patience is over.</returns>
    public async Task<Place?> TryEnterAsync(CancellationToken cancellation)
    {
        if (await places.WaitAsync(TimeSpan.Zero, cancellation))
            return new(() => places.Release(), time);
        try
        {
            return Interlocked.Increment(ref waiting) > size.MostWaiting ? null : await WaitInLineAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<Place?> WaitInLineAsync(CancellationToken cancellation)
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
