namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// A place within a <see cref="Gate"/>. It is free again when its holder has disposed it and the work begun in it has ended.
/// </summary>
public sealed class Place(Action leave, TimeProvider time) : IDisposable
{
    /// <summary>
    /// How long a workbook may be read or marked. The reader has a budget of its own, far below; this ends the wait for one that does not
    /// keep to it.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private int holders = 1, isDisposed;

    /// <summary>
    /// Runs work on a thread of its own. Work that does not stop keeps its place: the next one must not take a further thread and further
    /// memory.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was told to stop, and did.</exception>
    /// <exception cref="TimeoutException">It took too long, or did not stop when it was told to.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var token = either.Token;
        var running = Task.Factory.StartNew(
            () => work(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        StayUntilEndOf(running);
        try
        {
            return await running.WaitAsync(token);
        }
        catch (OperationCanceledException stopped)
        {
            if (cancellation.IsCancellationRequested && await HasEndedAsync(running))
                throw;
            throw new TimeoutException("A workbook was not read within its time, or reading it did not stop.", stopped);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
            Leave();
    }

    private void StayUntilEndOf(Task running)
    {
        Interlocked.Increment(ref holders);
        // Nobody may wait for it any more: its exception is looked at here.
        _ = running.ContinueWith(Leave, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Leave(Task ended)
    {
        _ = ended.Exception;
        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref holders) == 0)
            leave();
    }

    private async Task<bool> HasEndedAsync(Task running) =>
        await Task.WhenAny(running, Task.Delay(Grace, time, CancellationToken.None)) == running;
}
