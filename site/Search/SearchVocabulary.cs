namespace KawasakiServerless.Site.Search;

/// <summary>
/// The words by which the search splits a query (語彙): terms of the report, question words and particles. They are listed in
/// input/search.md.
/// </summary>
/// <param name="Terms">Terms of the report with their readings and synonyms.</param>
/// <param name="Questions">Words that only express a question, grouped by what they ask for: meaning, figure, trend, other.</param>
/// <param name="Particles">Particles (助詞), at which a query is split.</param>
internal sealed record SearchVocabulary(
    IReadOnlyList<SearchTerm> Terms, IReadOnlyDictionary<string, IReadOnlyList<string>> Questions, IReadOnlyList<string> Particles)
{
    public static SearchVocabulary None { get; } = new([], new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);

    /// <summary>
    /// The question words as search/index.json stores them: spelled uniformly by SearchText.Fold, and grouped by what they ask for. Within
    /// a group they have the order of input/search.md. The additional group place contains the name of the municipality.
    /// </summary>
    /// <param name="municipality">The name of the municipality, which is added as a word that the search ignores; null to add none.</param>
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
