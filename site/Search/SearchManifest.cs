namespace KawasakiServerless.Site.Search;

/// <summary>The content of search/index.json, which the search scripts load before any other file of the index.</summary>
/// <param name="Tokens">How the tokens are distributed over files; see <see cref="ShardTree{T}"/>.</param>
/// <param name="Documents">How the entries are distributed over files; see <see cref="ShardTree{T}"/>.</param>
/// <param name="IdBits">The number of bits of an entry's number.</param>
/// <param name="Kinds">For each kind of entry, its value in addresses and its displayed name, in the order of SearchKind.</param>
/// <param name="Twins">Pairs of characters; folding (normalizing) a text replaces the first of a pair by the second. See
/// <see cref="Domain.LookalikeCharacters.Radicals"/>.</param>
/// <param name="BeforeKana">The pattern and the replacement of each rule that is applied before katakana becomes hiragana.</param>
/// <param name="AfterKana">The pattern and the replacement of each rule that is applied after katakana has become hiragana.</param>
/// <param name="Year">The regular expression that finds years in a folded text.</param>
/// <param name="Entries">The number of entries, from which the scripts compute how rare a word is.</param>
/// <param name="Terms">Each known term, followed by its reading and its synonyms, all folded.</param>
/// <param name="Questions">Question words, grouped by what they ask for: meaning, figure, trend, other. The group place contains the name
/// of the municipality, which the search ignores.</param>
/// <param name="Particles">Particles (助詞), at which queries are split.</param>
internal sealed record SearchManifest(
    string Tokens,
    string Documents,
    int IdBits,
    IEnumerable<string[]> Kinds,
    string Twins,
    IEnumerable<string[]> BeforeKana,
    IEnumerable<string[]> AfterKana,
    string Year,
    int Entries,
    IEnumerable<IReadOnlyList<string>> Terms,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Questions,
    IReadOnlyList<string> Particles)
{
    public static SearchManifest Of(
        ShardTree<SearchDocument> documents, ShardTree<SearchToken> tokens, SearchVocabulary vocabulary, string? municipality) => new(
        tokens.Depths,
        documents.Depths,
        documents.Shards.SelectMany(s => s.Items).FirstOrDefault()?.IdBits ?? 8,
        Enum.GetValues<SearchKind>().Select(k => new[] { k.ToString().ToLowerInvariant(), NameOf(k) }),
        Domain.LookalikeCharacters.Radicals,
        Written(SearchRule.BeforeKana),
        Written(SearchRule.AfterKana),
        SearchYears.Pattern,
        documents.Shards.Sum(s => s.Items.Count),
        vocabulary.Terms.Select(t => t.Written),
        vocabulary.FoldedQuestions(municipality),
        vocabulary.Particles);

    private static IEnumerable<string[]> Written(IEnumerable<SearchRule> rules) => rules.Select(r => new[] { r.Pattern, r.Replacement });

    private static string NameOf(SearchKind kind) => kind switch
    {
        SearchKind.Site => "案内・一覧",
        SearchKind.Viewpoint => "視点・施策",
        SearchKind.Initiative => "取組",
        SearchKind.Indicator => "指標",
        SearchKind.Collaboration => "連携取組",
        SearchKind.Department => "局・区",
        SearchKind.Direction => "課題と方向性",
        SearchKind.Report => "本文・統計",
        SearchKind.Term => "用語",
    };
}
