using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>An entry as stored in its file, under a number that is stable as long as the entry's address.</summary>
internal sealed record SearchDocument(uint Id, int IdBits, SearchEntry Entry) : IShardItem
{
    public uint Hash => Id << (32 - IdBits);

    public int Size { get; } = Entry.Names.Concat([Entry.Href, Entry.Title, Entry.Context, Entry.Text]).Sum(Encoding.UTF8.GetByteCount) + 24
        + (Entry.Figures?.Size ?? 0);

    /// <summary>
    /// The numbers are derived from addresses, not from the order of entries, so that adding or removing a page does not change the others'
    /// numbers. There are at least 16 numbers for each entry; the few that collide take the next free number.
    /// </summary>
    public static IReadOnlyList<SearchDocument> AllOf(IReadOnlyCollection<SearchEntry> entries)
    {
        var bits = 8;
        while (1 << bits < entries.Count * 16)
            bits++;
        var taken = new HashSet<uint>();
        return
        [
            .. entries.OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(entry => new SearchDocument(Free(SearchHash.Of(entry.Key) >> (32 - bits), bits, taken), bits, entry))
                .OrderBy(d => d.Id),
        ];
    }

    private static uint Free(uint wanted, int bits, HashSet<uint> taken)
    {
        while (!taken.Add(wanted))
            wanted = (wanted + 1) & ((1u << bits) - 1);
        return wanted;
    }
}
