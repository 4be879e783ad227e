using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>An entry as its file holds it: under a number that lasts as long as its address.</summary>
internal sealed record SearchDocument(uint Id, int IdBits, SearchEntry Entry) : IShardItem
{
    public uint Hash => Id << (32 - IdBits);

    public int Size { get; } = Entry.Names.Concat([Entry.Href, Entry.Title, Entry.Context, Entry.Text]).Sum(Encoding.UTF8.GetByteCount) + 24
        + (Entry.Figures?.Size ?? 0);

    /// <summary>
    /// Numbers come from the addresses, not from their order, so that a page more or less leaves the others' alone. There are 16 or more
    /// numbers for each entry; the few that meet move on to the next free one.
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
