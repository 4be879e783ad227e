using System.Threading.Channels;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Publications asked for over HTTP, run one after another in this process. What dies with it is recorded, and the sweep runs it.</summary>
public sealed class RequestedPublications
{
    private readonly Channel<Publication> requested = Channel.CreateUnbounded<Publication>();

    public void Add(Publication publication) => requested.Writer.TryWrite(publication);

    public IAsyncEnumerable<Publication> ReadAllAsync(CancellationToken cancellation) => requested.Reader.ReadAllAsync(cancellation);
}

public sealed class PublishWorker(RequestedPublications queue, Publisher publisher, ILogger<PublishWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var publication in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await publisher.RunAsync(publication, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the worker: that would end the process, and with it the interface.
                log.LogError(failure, "Publication {Publication} has not ended; the sweep will try again", publication.Id);
            }
        }
    }
}
