using System.Diagnostics;
using System.Threading.Channels;
using KawasakiServerless.Application.Telemetry;

namespace KawasakiServerless.Application.Background;

/// <summary>Work that a request leaves to the background.</summary>
/// <param name="Name">For operators: Publication and its id.</param>
/// <param name="Run">Given a token that stops it when the process stops.</param>
/// <param name="Request">The trace of the request; empty when none is recorded.</param>
internal sealed record RequestedItem(string Name, Func<CancellationToken, Task> Run, ActivityContext Request);

/// <summary>
/// Publications and purges asked for over HTTP, run one after another in this process. What dies with it is recorded, and the sweep runs
/// it.
/// </summary>
public sealed class RequestedWork
{
    private readonly Channel<RequestedItem> requested = Channel.CreateUnbounded<RequestedItem>();

    /// <param name="name">For operators: Publication and its id.</param>
    /// <param name="run">Given a token that stops it when the process stops.</param>
    public void Add(string name, Func<CancellationToken, Task> run) =>
        requested.Writer.TryWrite(new(name, run, Activity.Current?.Context ?? default));

    internal IAsyncEnumerable<RequestedItem> ReadAllAsync(CancellationToken cancellation) => requested.Reader.ReadAllAsync(cancellation);
}

public sealed class RequestedWorker(RequestedWork work, ILogger<RequestedWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in work.ReadAllAsync(stoppingToken))
        {
            using var activity = CityTelemetry.Activities.StartActivity("requested", ActivityKind.Internal, item.Request);
            try
            {
                await item.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the worker: that would end the process, and with it the interface.
                log.LogError(failure, "{Work} has not ended; the sweep will try again", item.Name);
            }
        }
    }
}
