using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A publication under way: its row, which says how far it is, and the lock it works under.</summary>
/// <param name="row">As storage has it.</param>
/// <param name="history">Every publication, read once, when this one took the lock.</param>
/// <param name="publishLock">Held.</param>
/// <param name="publications">Keeps the row.</param>
/// <param name="tell">Called with the row each time it was written.</param>
public sealed class PublicationRun(
    Publication row, IReadOnlyList<Publication> history, PublishLock publishLock, PublicationStore publications, Action<Publication> tell)
{
    private const int AtOnce = 8, ToldEvery = 500;

    private readonly bool isBegunAgain = row.StartedAt is not null;

    /// <summary>As storage has it.</summary>
    public Publication Row { get; private set; } = row;

    public PublishLock Lock { get; } = publishLock;

    /// <summary>What it is decided by. Only this process writes to the table while it holds the lock, but for requests.</summary>
    public PublicationSituation Situation => new(Row, isBegunAgain, [.. history.Select(p => p.Id == Row.Id ? Row : p)]);

    /// <exception cref="PublishLockLostException">Another process has taken this publication over, so it has the lock.</exception>
    public async Task UpdateAsync(Publication changed, CancellationToken cancellation)
    {
        Row = await publications.UpdateAsync(changed, cancellation) is Written<Publication>(var written)
            ? written
            : throw new PublishLockLostException();
        tell(Row);
    }

    public Task EnterAsync(PublicationStage stage, CancellationToken cancellation) => UpdateAsync(Row with { Stage = stage }, cancellation);

    /// <summary>Does something for each, several at once and none without the lock, and says now and then how many are done.</summary>
    /// <param name="items">What to do it for.</param>
    /// <param name="act">Answers how many it did: one or none.</param>
    /// <param name="done">How the row tells their number.</param>
    /// <param name="cancellation">Stops between two of them.</param>
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
