namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// A place within a <see cref="Gate"/>. It is released when its holder has disposed it and the work started in it has ended.
/// </summary>
public sealed class Place(Action leave, TimeProvider time) : IDisposable
{
    /// <summary>
    /// How long a workbook may be read or marked. The reader has a budget far below this limit; this deadline ends the wait for a reader
    /// that exceeds its budget.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private int holders = 1, isDisposed;

    /// <summary>
    /// Runs work on a separate thread. Work that does not stop keeps its place, so that the next caller cannot occupy another thread and
    /// more memory.
    /// </summary>
    /// <exception cref="OperationCanceledException">The work was cancelled and stopped.</exception>
    /// <exception cref="TimeoutException">The work timed out, or did not stop after it was cancelled.</exception>
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
        // There may be no caller left that awaits the task, so its exception is observed here.
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
