using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Distributes over all cores work whose items differ much in size, such as writing the tables of a report.</summary>
internal static class ParallelWork
{
    /// <summary>
    /// Applies a function to each item. A thread that has finished an item takes the next one. PLINQ would divide the list into parts
    /// beforehand, and one thread might get all large items.
    /// </summary>
    /// <returns>The results in the order of the items.</returns>
    public static IReadOnlyList<TResult> Each<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> apply)
    {
        var results = new TResult[items.Count];
        try
        {
            var oneAtATime = Partitioner.Create(Enumerable.Range(0, items.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(oneAtATime, i => results[i] = apply(items[i]));
        }
        catch (AggregateException failed)
        {
            // The caller gets the exception that the function has thrown, as from an ordinary loop, and not an AggregateException.
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return results;
    }
}
