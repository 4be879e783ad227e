namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// A slot that a caller occupies in a <see cref="Gate"/>. It becomes free when the caller has disposed this object and the work started
/// with RunAsync has ended.
/// </summary>
public sealed class Place(Action leave, TimeProvider time) : IDisposable
{
    /// <summary>
    /// The maximum time for reading or marking a workbook. The reader limits its own work (cells, bytes) and normally ends far earlier;
    /// this deadline catches a reader that does not.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private int holders = 1, isDisposed;

    /// <summary>
    /// Runs work on a separate thread. If the work does not stop after its cancellation, the slot stays occupied, so that the next caller
    /// does not occupy yet another thread and more memory.
    /// </summary>
    /// <exception cref="OperationCanceledException">The work was cancelled and stopped.</exception>
    /// <exception cref="TimeoutException">The work timed out, or did not stop after its cancellation.</exception>
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
        // If the caller has stopped waiting, nobody awaits the task. The continuation then reads the exception of the task, because the
        // runtime would otherwise report an unobserved exception.
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
