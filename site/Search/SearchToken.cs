using System.Text;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Search;

/// <summary>A token with the encoded numbers of the entries in which it occurs, as an index file stores it.</summary>
internal sealed record SearchToken(string Token, string Postings) : IShardItem
{
    /// <summary>
    /// The maximum number of entries that are stored for a token. If a token has more entries, only those with the highest weights are
    /// stored. This limits the size of an index file however large the report is.
    /// </summary>
    public const int MostPostings = 700;

    public uint Hash { get; } = SearchHash.Of(Token);

    public int Size { get; } = Encoding.UTF8.GetByteCount(Token) + Postings.Length + 6;

    /// <summary>Splits all entries into tokens and returns the distinct tokens in ordinal order.</summary>
    public static IReadOnlyList<SearchToken> AllOf(IEnumerable<(uint Id, SearchEntry Entry)> entries)
    {
        var postings = new Dictionary<string, List<SearchPosting>>(StringComparer.Ordinal);
        var byCharacters = postings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (id, entry, texts) in entries.AsParallel().AsOrdered().Select(e => (e.Id, e.Entry, FoldedTexts.Of(e.Entry))))
        {
            foreach (var name in texts.Names)
                SearchTokens.Each(name, token => Add(token, WeightOf(name)));
            foreach (var whole in texts.WholeNames)
                Add(whole, 3);
            SearchTokens.Each(texts.Text, token => Add(token, 0));

            void Add(ReadOnlySpan<char> token, int weight)
            {
                if (!byCharacters.TryGetValue(token, out var list))
                    byCharacters[token] = list = [];
                if (list.Count == 0 || list[^1].Id != id)
                    list.Add(new(id, entry.Kind, weight));
                else if (list[^1].Weight < weight)
                    list[^1] = list[^1] with { Weight = weight };
            }
        }

        return [.. postings.OrderBy(p => p.Key, StringComparer.Ordinal).AsParallel().AsOrdered()
            .Select(p => new SearchToken(p.Key, Written(p.Value)))];
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

    private sealed record FoldedTexts(IReadOnlyList<string> Names, IReadOnlyList<string> WholeNames, string Text)
    {
        public static FoldedTexts Of(SearchEntry entry)
        {
            string[] names = [entry.Title, .. entry.Names];
            return new([.. names.Select(SearchText.Fold)], [.. names.Select(SearchTokens.OfName).OfType<string>()],
                SearchText.Fold($"{entry.Context}\n{entry.Text}"));
        }
    }
}
