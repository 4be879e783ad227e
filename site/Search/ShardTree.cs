namespace KawasakiServerless.Site.Search;

/// <summary>What goes into a shard: where its hash puts it, and what it weighs there in bytes.</summary>
internal interface IShardItem
{
    uint Hash { get; }

    int Size { get; }
}

/// <summary>A file of the index: the first bits of the hashes in it, and its items.</summary>
internal sealed record Shard<T>(string Bits, IReadOnlyList<T> Items);

/// <summary>
/// Items by the first bits of their hash, split in two wherever a file would grow too large. Files keep their size however much there is,
/// and one more item changes one file.
/// </summary>
/// <param name="Depths">The number of bits of each shard from left to right, which says where every hash belongs: a digit each, a for
/// 10.</param>
internal sealed record ShardTree<T>(IReadOnlyList<Shard<T>> Shards, string Depths)
    where T : IShardItem
{
    // Two items of one hash cannot be parted.
    private const int Deepest = 24;

    /// <param name="items">In the order in which they shall stand in their file.</param>
    /// <param name="limit">Bytes a file may hold; a single item may exceed it.</param>
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
