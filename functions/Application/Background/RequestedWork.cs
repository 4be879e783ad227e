using System.Diagnostics;
using System.Threading.Channels;
using KawasakiServerless.Application.Telemetry;

namespace KawasakiServerless.Application.Background;

/// <summary>Work that an HTTP request hands over to the background worker.</summary>
/// <param name="Name">The name of the work in log messages: its kind, usually with an id, such as Publication and the id of the
/// publication.</param>
/// <param name="Run">Does the work. Its token is cancelled when the process stops.</param>
/// <param name="Request">The trace context of the HTTP request; empty when no trace is recorded.</param>
internal sealed record RequestedItem(string Name, Func<CancellationToken, Task> Run, ActivityContext Request);

/// <summary>
/// Queues work that HTTP requests start and do not wait for, such as publications and purges. <see cref="RequestedWorker"/> runs the work
/// items one after another in this process. The caller stores the request for a publication or purge before queuing the work, so if the
/// process crashes, the sweep (a timer every ten minutes) still does the work.
/// </summary>
public sealed class RequestedWork
{
    private readonly Channel<RequestedItem> requested = Channel.CreateUnbounded<RequestedItem>();

    /// <param name="name">The name of the work in log messages: its kind, usually with an id, such as Publication and the id of the
    /// publication.</param>
    /// <param name="run">Does the work. Its token is cancelled when the process stops.</param>
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
                // If an exception left this loop, the host would stop the whole process, including the HTTP interface. Log the exception
                // and continue.
                log.LogError(failure, "{Work} failed; the sweep will retry it", item.Name);
            }
        }
    }
}
