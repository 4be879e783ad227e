namespace KawasakiServerless.Site.Search;

/// <summary>
/// A term of the report with its reading and its synonyms, with which citizens may search for the term. The terms are listed in
/// input/search.md, because readings and synonyms cannot be computed.
/// </summary>
/// <param name="Term">The term as the pages of the site spell it. A term that occurs in no search entry finds nothing.</param>
/// <param name="Reading">The reading of the term in hiragana.</param>
/// <param name="Others">Synonyms, everyday words and English translations. A space matches up to three characters: 介護 疲れ matches 介護に疲れ
/// and 介護で疲れ.</param>
internal sealed record SearchTerm(string Term, string Reading, IReadOnlyList<string> Others)
{
    /// <summary>The term, its reading and its synonyms, each folded, as stored in the manifest.</summary>
    public IReadOnlyList<string> Written =>
        [SearchText.Fold(Term), SearchText.Fold(Reading), .. Others.Select(SearchText.Fold).Distinct(StringComparer.Ordinal)];
}
