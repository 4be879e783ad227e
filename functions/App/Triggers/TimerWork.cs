using KawasakiServerless.Application.StartUp;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>Runs a timer's use case until it ends or the worker stops.</summary>
public sealed class TimerWork(Preparation preparation, IHostApplicationLifetime lifetime)
{
    /// <param name="run">The use case. It returns a line for each action and logs the lines itself.</param>
    /// <param name="cancellation">Cancelled with the invocation.</param>
    /// <exception cref="InvalidOperationException">Storage is not prepared yet; the host retries.</exception>
    public async Task RunAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        if (!await preparation.IsReadyAsync(either.Token))
            throw new InvalidOperationException("Storage has not been reached since the worker started; the timer runs again later.");
        await run(either.Token);
    }
}
