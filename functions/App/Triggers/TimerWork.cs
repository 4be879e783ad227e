using KawasakiServerless.Application.StartUp;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>Runs the work of a timer function until the work completes or the worker process stops.</summary>
public sealed class TimerWork(Preparation preparation, IHostApplicationLifetime lifetime)
{
    /// <param name="run">The work of the timer function. It logs one line for each action and also returns the lines.</param>
    /// <param name="cancellation">Cancelled when the host cancels the invocation of the function.</param>
    /// <exception cref="InvalidOperationException">Storage is not prepared yet; the Functions host runs the timer again later.</exception>
    public async Task RunAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        if (!await preparation.IsReadyAsync(either.Token))
            throw new InvalidOperationException("Storage has not been reached since the worker started; the timer runs again later.");
        await run(either.Token);
    }
}
