using System.Diagnostics;
using System.Threading.Channels;
using KawasakiServerless.Application.Telemetry;

namespace KawasakiServerless.Application.Background;

/// <summary>Work that a request hands over to the background worker.</summary>
/// <param name="Name">Shown to operators, such as "Publication" and its id.</param>
/// <param name="Run">The work. Its token is cancelled when the process stops.</param>
/// <param name="Request">The trace context of the request; empty when no trace is recorded.</param>
internal sealed record RequestedItem(string Name, Func<CancellationToken, Task> Run, ActivityContext Request);

/// <summary>
/// Runs publications and purges requested over HTTP, one after another, in this process. Each request is stored first, so if the process
/// crashes, the sweep runs it.
/// </summary>
public sealed class RequestedWork
{
    private readonly Channel<RequestedItem> requested = Channel.CreateUnbounded<RequestedItem>();

    /// <param name="name">Shown to operators, such as "Publication" and its id.</param>
    /// <param name="run">The work. Its token is cancelled when the process stops.</param>
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
                // No exception may end the worker: the host would stop the process, and with it the HTTP interface.
                log.LogError(failure, "{Work} failed; the sweep will retry it", item.Name);
            }
        }
    }
}
