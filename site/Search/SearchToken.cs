using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>A token with the entries it stands in, as its file holds them.</summary>
internal sealed record SearchToken(string Token, string Postings) : IShardItem
{
    /// <summary>What stands in more entries is kept for the best of them alone, so that no word makes a file grow with the report.</summary>
    public const int MostPostings = 1200;

    public uint Hash { get; } = SearchHash.Of(Token);

    public int Size { get; } = Encoding.UTF8.GetByteCount(Token) + Postings.Length + 6;

    /// <summary>Every token of the entries, in ordinal order.</summary>
    public static IReadOnlyList<SearchToken> AllOf(IEnumerable<(uint Id, SearchEntry Entry)> entries)
    {
        var postings = new Dictionary<string, List<SearchPosting>>(StringComparer.Ordinal);
        foreach (var (id, entry) in entries)
        {
            foreach (var (token, weight) in WeightsOf(entry))
            {
                if (!postings.TryGetValue(token, out var list))
                    postings[token] = list = [];
                list.Add(new(id, entry.Kind, weight));
            }
        }

        return [.. postings.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new SearchToken(p.Key, Written(p.Value)))];
    }

    private static Dictionary<string, int> WeightsOf(SearchEntry entry)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in entry.Names.Prepend(entry.Title))
        {
            AddName(weights, name);
        }

        foreach (var token in SearchTokens.Of(SearchText.Fold($"{entry.Context}\n{entry.Text}")))
            weights.TryAdd(token, 0);
        return weights;
    }

    private static void AddName(Dictionary<string, int> weights, string name)
    {
        var folded = SearchText.Fold(name);
        foreach (var token in SearchTokens.Of(folded))
            weights[token] = Math.Max(weights.GetValueOrDefault(token), WeightOf(folded));
        if (SearchTokens.OfName(name) is { } whole)
            weights[whole] = 3;
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
