using KawasakiServerless.Application.StartUp;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>Runs a timer's use case until it ends or the worker is told to stop.</summary>
public sealed class TimerWork(Preparation preparation, IHostApplicationLifetime lifetime)
{
    /// <param name="run">Returns what was done, a line each; it logs them itself.</param>
    /// <param name="cancellation">Of the invocation.</param>
    /// <exception cref="InvalidOperationException">Storage is not prepared yet; the host tries again.</exception>
    public async Task RunAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        if (!await preparation.IsReadyAsync(either.Token))
            throw new InvalidOperationException("Storage has not been reached since the worker started; the timer runs again later.");
        await run(either.Token);
    }
}
