using System.Threading.Channels;

namespace KawasakiServerless.Application.Background;

/// <summary>Publications and purges asked for over HTTP, run one after another in this process. What dies with it is recorded, and the sweep runs it.</summary>
public sealed class RequestedWork
{
    private readonly Channel<(string Name, Func<CancellationToken, Task> Run)> requested = Channel.CreateUnbounded<(string, Func<CancellationToken, Task>)>();

    /// <param name="name">For operators: Publication and its id.</param>
    /// <param name="run">Given a token that stops it when the process stops.</param>
    public void Add(string name, Func<CancellationToken, Task> run) => requested.Writer.TryWrite((name, run));

    public IAsyncEnumerable<(string Name, Func<CancellationToken, Task> Run)> ReadAllAsync(CancellationToken cancellation) => requested.Reader.ReadAllAsync(cancellation);
}

public sealed class RequestedWorker(RequestedWork work, ILogger<RequestedWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (name, run) in work.ReadAllAsync(stoppingToken))
        {
            try
            {
                await run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the worker: that would end the process, and with it the interface.
                log.LogError(failure, "{Work} has not ended; the sweep will try again", name);
            }
        }
    }
}
