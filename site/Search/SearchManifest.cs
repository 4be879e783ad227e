namespace KawasakiServerless.Site.Search;

/// <summary>What search.js must know before it can ask for anything.</summary>
/// <param name="Tokens">Depths of the token files.</param>
/// <param name="Documents">Depths of the document files.</param>
/// <param name="IdBits">Bits of a document's number.</param>
/// <param name="Kinds">Value in addresses and name on the page of each kind, in the order of their numbers.</param>
/// <param name="Twins">As <see cref="Domain.Twins.Radicals"/>.</param>
/// <param name="BeforeKana">Pattern and replacement of each rule.</param>
/// <param name="AfterKana">Likewise.</param>
/// <param name="Year">Pattern of a year.</param>
/// <param name="Entries">How many entries there are, by which a rare word is told from a common one.</param>
/// <param name="Terms">Each known word, folded, and then what else it may be asked for by.</param>
/// <param name="Questions">Words that only ask, by what they ask for.</param>
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
