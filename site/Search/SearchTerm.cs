namespace KawasakiServerless.Site.Search;

/// <summary>
/// A term of the report with its reading and the words that citizens may use for it. input/search.md lists them, because readings and
/// everyday words cannot be computed.
/// </summary>
/// <param name="Term">The report's own spelling; a term that the report no longer contains does no harm.</param>
/// <param name="Reading">In hiragana.</param>
/// <param name="Others">Synonyms, everyday words, English. A space matches up to three characters: 介護 疲れ matches 介護に疲れ and 介護で疲れ.</param>
internal sealed record SearchTerm(string Term, string Reading, IReadOnlyList<string> Others)
{
    /// <summary>The term, its reading, then all alternatives, each folded, as stored in the manifest.</summary>
    public IReadOnlyList<string> Written =>
        [SearchText.Fold(Term), SearchText.Fold(Reading), .. Others.Select(SearchText.Fold).Distinct(StringComparer.Ordinal)];
}
