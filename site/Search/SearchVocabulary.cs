namespace KawasakiServerless.Site.Search;

/// <summary>
/// The vocabulary for taking questions apart (語彙): known terms, and words that only express a question. input/search.md lists them.
/// </summary>
/// <param name="Terms">Known terms with their synonyms.</param>
/// <param name="Questions">Question words, by what they ask for: meaning, figure, trend, other.</param>
/// <param name="Particles">Particles between words (助詞).</param>
internal sealed record SearchVocabulary(
    IReadOnlyList<SearchTerm> Terms, IReadOnlyDictionary<string, IReadOnlyList<string>> Questions, IReadOnlyList<string> Particles)
{
    public static SearchVocabulary None { get; } = new([], new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);

    /// <summary>The question words as stored in the manifest: folded, in the order of the file.</summary>
    /// <param name="municipality">An additional word that carries no meaning in a query.</param>
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
