using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A running publication: its row, which records the progress, and the lock that it holds.</summary>
/// <param name="row">The row as it is stored.</param>
/// <param name="history">Every publication, read once after this one took the lock.</param>
/// <param name="publishLock">The publish lock, which is held.</param>
/// <param name="publications">The store of the row.</param>
/// <param name="tell">Called with the row after each write.</param>
public sealed class PublicationRun(
    Publication row, IReadOnlyList<Publication> history, PublishLock publishLock, PublicationStore publications, Action<Publication> tell)
{
    private const int AtOnce = 8, ToldEvery = 500;

    private readonly bool isBegunAgain = row.StartedAt is not null;

    /// <summary>The row as it is stored.</summary>
    public Publication Row { get; private set; } = row;

    public PublishLock Lock { get; } = publishLock;

    /// <summary>
    /// The input of the publication decisions. While this process holds the lock, other processes add only requests to the table.
    /// </summary>
    public PublicationSituation Situation => new(Row, isBegunAgain, [.. history.Select(p => p.Id == Row.Id ? Row : p)]);

    /// <exception cref="PublishLockLostException">Another process has taken over this publication, so our lock is lost.</exception>
    public async Task UpdateAsync(Publication changed, CancellationToken cancellation)
    {
        Row = await publications.UpdateAsync(changed, cancellation) is Written<Publication>(var written)
            ? written
            : throw new PublishLockLostException();
        tell(Row);
    }

    public Task EnterAsync(PublicationStage stage, CancellationToken cancellation) => UpdateAsync(Row with { Stage = stage }, cancellation);

    /// <summary>Processes the items in parallel, never without the lock, and regularly stores how many are done.</summary>
    /// <param name="items">The items to process.</param>
    /// <param name="act">Processes an item and returns how many were changed: one or none.</param>
    /// <param name="done">Puts the number of changed items into the row.</param>
    /// <param name="cancellation">Cancels between two items.</param>
    public async Task EachAsync<T>(
        IEnumerable<T> items, Func<T, Task<int>> act, Func<Publication, int, Publication> done, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        foreach (var some in items.Chunk(ToldEvery))
        {
            var count = 0;
            await Parallel.ForEachAsync(some, options, async (item, _) =>
            {
                Lock.EnsureHeld();
                Interlocked.Add(ref count, await act(item));
            });
            Row = done(Row, count);
            if (some.Length == ToldEvery)
                await UpdateAsync(Row, cancellation);
        }
    }
}
