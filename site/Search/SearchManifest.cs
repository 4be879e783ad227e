namespace KawasakiServerless.Site.Search;

/// <summary>The data that search.js needs before it can load any other file of the index.</summary>
/// <param name="Tokens">The depths of the token files.</param>
/// <param name="Documents">The depths of the document files.</param>
/// <param name="IdBits">The number of bits of a document's number.</param>
/// <param name="Kinds">The value in addresses and the displayed name of each kind, in the order of the kinds' numbers.</param>
/// <param name="Twins">As <see cref="Domain.Twins.Radicals"/>.</param>
/// <param name="BeforeKana">The pattern and replacement of each rule.</param>
/// <param name="AfterKana">Likewise.</param>
/// <param name="Year">The pattern of a year.</param>
/// <param name="Entries">The number of entries, from which the rarity of a word is computed.</param>
/// <param name="Terms">Each known term, folded, followed by its alternatives.</param>
/// <param name="Questions">Question words, by what they ask for.</param>
/// <param name="Particles">Particles between words.</param>
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
        Domain.Twins.Radicals,
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
        SearchKind.Term => "用語",
        _ => "本文・統計",
    };
}
