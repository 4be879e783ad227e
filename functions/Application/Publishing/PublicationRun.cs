using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A running publication: its table row, which records the progress, and the publish lock that it holds.</summary>
/// <param name="row">The table row of the publication, as it was last read.</param>
/// <param name="history">Every publication, read once after this publication acquired the lock.</param>
/// <param name="publishLock">The publish lock, already acquired.</param>
/// <param name="publications">The store that contains the row.</param>
/// <param name="reportProgress">Called with the row after each update, to report the progress.</param>
public sealed class PublicationRun(
    Publication row, IReadOnlyList<Publication> history, PublishLock publishLock, PublicationStore publications,
    Action<Publication> reportProgress)
{
    private const int AtOnce = 8, ProgressInterval = 500;

    private readonly bool isBegunAgain = row.StartedAt is not null;

    /// <summary>
    /// The row as it was last written to the table. Only its counters may be ahead of the table: after its last items,
    /// <see cref="EachAsync{T}"/> leaves it to the next update to write them.
    /// </summary>
    public Publication Row { get; private set; } = row;

    public PublishLock Lock { get; } = publishLock;

    /// <summary>
    /// The facts from which <see cref="PublicationDecisions"/> decides how to proceed. The history need not be read again, because other
    /// processes only add new requests to the table while this process holds the lock.
    /// </summary>
    public PublicationSituation Situation => new(Row, isBegunAgain, [.. history.Select(p => p.Id == Row.Id ? Row : p)]);

    /// <exception cref="PublishLockLostException">Another process has taken over this publication, so this process has lost the
    /// lock.</exception>
    public async Task UpdateAsync(Publication changed, CancellationToken cancellation)
    {
        Row = await publications.UpdateAsync(changed, cancellation) is Written<Publication>(var written)
            ? written
            : throw new PublishLockLostException();
        reportProgress(Row);
    }

    public Task EnterAsync(PublicationStage stage, CancellationToken cancellation) => UpdateAsync(Row with { Stage = stage }, cancellation);

    /// <summary>
    /// Processes the items in parallel, stores the progress after every 500 items, and throws as soon as the lock is lost.
    /// </summary>
    /// <param name="items">The items to process.</param>
    /// <param name="act">Processes an item and returns the number of files that it changed: one or zero.</param>
    /// <param name="done">Adds the number of changed files to a counter in the row of the publication, and returns the row.</param>
    /// <param name="cancellation">Cancellation takes effect between two items.</param>
    public async Task EachAsync<T>(
        IEnumerable<T> items, Func<T, Task<int>> act, Func<Publication, int, Publication> done, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        foreach (var some in items.Chunk(ProgressInterval))
        {
            var count = 0;
            await Parallel.ForEachAsync(some, options, async (item, _) =>
            {
                Lock.EnsureHeld();
                Interlocked.Add(ref count, await act(item));
            });
            Row = done(Row, count);
            if (some.Length == ProgressInterval)
                await UpdateAsync(Row, cancellation);
        }
    }
}
