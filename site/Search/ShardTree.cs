namespace KawasakiServerless.Site.Search;

/// <summary>An item of a shard: its hash determines the shard, and its size is in bytes.</summary>
internal interface IShardItem
{
    uint Hash { get; }

    int Size { get; }
}

/// <summary>A file of the index: the first bits of the hashes in it, and its items.</summary>
internal sealed record Shard<T>(string Bits, IReadOnlyList<T> Items);

/// <summary>
/// Items split by the first bits of their hash: a shard that would grow too large is split in two. File sizes stay constant however many
/// items there are, and an additional item changes only one file.
/// </summary>
/// <param name="Depths">The number of bits of each shard from left to right, from which the shard of every hash follows: one digit each,
/// with a for 10.</param>
internal sealed record ShardTree<T>(IReadOnlyList<Shard<T>> Shards, string Depths)
    where T : IShardItem
{
    // Two items with the same hash cannot be separated.
    private const int Deepest = 24;

    /// <param name="items">The items in the order in which they are stored in their file.</param>
    /// <param name="limit">The maximum number of bytes in a file; a single item may exceed it.</param>
    public static ShardTree<T> Of(IReadOnlyList<T> items, int limit)
    {
        List<Shard<T>> shards = [];
        Split(items, "", limit, shards);
        return new(shards, string.Concat(shards.Select(s => "0123456789abcdefghijklmno"[s.Bits.Length])));
    }

    private static void Split(IReadOnlyList<T> items, string bits, int limit, List<Shard<T>> shards)
    {
        if (items.Count <= 1 || bits.Length == Deepest || items.Sum(i => i.Size) <= limit)
        {
            shards.Add(new(bits, items));
            return;
        }

        var next = 1u << (31 - bits.Length);
        Split([.. items.Where(i => (i.Hash & next) == 0)], bits + "0", limit, shards);
        Split([.. items.Where(i => (i.Hash & next) != 0)], bits + "1", limit, shards);
    }
}
