namespace KawasakiServerless.Site.Search;

/// <summary>How questions are taken apart (語彙): the words that are known, and those that only ask. input/search.md lists them.</summary>
/// <param name="Terms">Known words with their synonyms.</param>
/// <param name="Questions">Words that ask, by what they ask for: meaning, figure, trend, other.</param>
/// <param name="Particles">Particles between words (助詞).</param>
internal sealed record SearchVocabulary(
    IReadOnlyList<SearchTerm> Terms, IReadOnlyDictionary<string, IReadOnlyList<string>> Questions, IReadOnlyList<string> Particles)
{
    public static SearchVocabulary None { get; } = new([], new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);

    /// <summary>As the manifest carries them: folded, in the order of the file.</summary>
    /// <param name="municipality">One word more that asks for nothing by itself.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FoldedQuestions(string? municipality)
    {
        var folded = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["place"] = municipality is null ? [] : [Folded(municipality)],
        };
        foreach (var (asks, words) in Questions)
            folded[asks] = [.. words.Select(Folded).Distinct(StringComparer.Ordinal)];
        return folded;
    }

    private static string Folded(string words) => SearchText.Fold(words).Trim();
}
