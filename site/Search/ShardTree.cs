namespace KawasakiServerless.Site.Search;

/// <summary>An item of the index, such as a token. Its hash determines the file that stores it; its size is in bytes.</summary>
internal interface IShardItem
{
    uint Hash { get; }

    int Size { get; }
}

/// <summary>A file of the index: the first bits that the hashes of all its items have in common, and the items.</summary>
internal sealed record Shard<T>(string Bits, IReadOnlyList<T> Items);

/// <summary>
/// Distributes items over files (shards) by the first bits of their hashes: a shard that exceeds the size limit is split in two by the next
/// bit. File sizes are limited however many items there are, and an additional item changes (or splits) only one file.
/// </summary>
/// <param name="Depths">For each shard, the number of first bits that the hashes of its items have in common, as one character: a digit, or
/// a letter, from a for 10. The shards are in ascending order of these bits. From this text, a script computes the shard of any
/// hash.</param>
internal sealed record ShardTree<T>(IReadOnlyList<Shard<T>> Shards, string Depths)
    where T : IShardItem
{
    // A shard with this many bits is not split any more, because items with the same hash can never be separated.
    private const int Deepest = 24;

    /// <param name="items">The items, in the order in which a file stores them.</param>
    /// <param name="limit">The maximum size of a file in bytes. A file may exceed it if it has a single item, or if the hashes of its items
    /// agree in their first 24 bits.</param>
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
