using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// A search entry with the number (Id) under which the index stores the entry. The number is derived from the entry's address and does not
/// change when the entry's text changes.
/// </summary>
internal sealed record SearchDocument(uint Id, int IdBits, SearchEntry Entry) : IShardItem
{
    public uint Hash => Id << (32 - IdBits);

    public int Size { get; } = Entry.Names.Concat([Entry.Href, Entry.Title, Entry.Context, Entry.Text]).Sum(Encoding.UTF8.GetByteCount) + 24
        + (Entry.Figures?.Size ?? 0);

    /// <summary>
    /// Numbers the entries. A number is derived from the entry's address and not from its position, so that adding or removing a page
    /// rarely changes the numbers of other entries. There are at least 16 times as many numbers as entries; an entry whose number is taken
    /// gets the next free one.
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
