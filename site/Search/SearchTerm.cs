namespace KawasakiServerless.Site.Search;

/// <summary>
/// A word of the report with its reading, and words that a citizen may have for it. input/search.md lists them, since readings and plain
/// words cannot be computed.
/// </summary>
/// <param name="Term">As the report writes it; a word that the report no longer holds does no harm.</param>
/// <param name="Reading">In hiragana.</param>
/// <param name="Others">Synonyms, plain words, English. A space stands for up to three characters: 介護 疲れ is 介護に疲れ and 介護で疲れ.</param>
internal sealed record SearchTerm(string Term, string Reading, IReadOnlyList<string> Others)
{
    /// <summary>The term, its reading, then every other way to ask for it, all folded: what the manifest carries.</summary>
    public IReadOnlyList<string> Written =>
        [SearchText.Fold(Term), SearchText.Fold(Reading), .. Others.Select(SearchText.Fold).Distinct(StringComparer.Ordinal)];
}
