using System.Text;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>A token with the encoded numbers of the entries in which it occurs, as an index file stores it.</summary>
internal sealed class SearchToken(string token, string postings) : IShardItem
{
    /// <summary>
    /// The maximum number of entries that are stored for a token. If a token has more entries, only those with the highest weights are
    /// stored. This limits the size of an index file however large the report is.
    /// </summary>
    public const int MostPostings = 700;

    // The number of entries that a thread splits into tokens at a time. With more, some threads would have no work at the end. With fewer,
    // there would be more groups of entries, and the frequent tokens would be collected again for each group.
    private const int EntriesAtOnce = 4000;

    // The postings as ASCII bytes, half the size of a string, because all tokens of a large report are in memory at the same time.
    private readonly byte[] written = Encoding.ASCII.GetBytes(postings);

    public string Token => token;

    public string Postings => Encoding.ASCII.GetString(written);

    public uint Hash { get; } = SearchHash.Of(token);

    public int Size { get; } = Encoding.UTF8.GetByteCount(token) + postings.Length + 6;

    /// <summary>Splits all entries into tokens and returns the distinct tokens in ordinal order.</summary>
    public static IReadOnlyList<SearchToken> AllOf(IReadOnlyList<(uint Id, SearchEntry Entry)> entries)
    {
        var postings = new Dictionary<string, List<SearchPosting>>(StringComparer.Ordinal);
        foreach (var (token, found) in ParallelWork.Each([.. entries.Chunk(EntriesAtOnce)], PostingsIn).SelectMany(found => found))
        {
            if (!postings.TryAdd(token, found))
                postings[token].AddRange(found);
        }

        return [.. postings.OrderBy(p => p.Key, StringComparer.Ordinal).AsParallel().AsOrdered()
            .Select(p => new SearchToken(p.Key, Written(p.Value)))];
    }

    private static Dictionary<string, List<SearchPosting>> PostingsIn((uint Id, SearchEntry Entry)[] entries)
    {
        var postings = new Dictionary<string, List<SearchPosting>>(StringComparer.Ordinal);
        var byCharacters = postings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (id, entry) in entries)
        {
            string[] names = [entry.Title, .. entry.Names];
            foreach (var name in names.Select(SearchText.Fold))
                SearchTokens.Each(name, token => Add(token, WeightOf(name)));
            foreach (var whole in names.Select(SearchTokens.OfName).OfType<string>())
                Add(whole, 3);
            SearchTokens.Each(SearchText.Fold($"{entry.Context}\n{entry.Text}"), token => Add(token, 0));

            void Add(ReadOnlySpan<char> token, int weight)
            {
                if (!byCharacters.TryGetValue(token, out var list))
                    byCharacters[token] = list = [];
                if (list.Count == 0 || list[^1].Id != id)
                    list.Add(new(id, entry.Kind, weight));
                else if (list[^1].Weight < weight)
                    list[^1] = new(id, entry.Kind, weight);
            }
        }

        return postings;
    }

    private static int WeightOf(string name) => name.Length switch
    {
        <= 10 => 3,
        <= 25 => 2,
        _ => 1,
    };

    private static string Written(List<SearchPosting> postings)
    {
        if (postings.Count <= MostPostings)
            return SearchPosting.Encode(postings);
        var best = postings.OrderByDescending(p => p.Weight).ThenBy(p => p.Kind).ThenBy(p => p.Id).Take(MostPostings);
        return $"!{Svg.Number(postings.Count)},{SearchPosting.Encode(best)}";
    }
}
