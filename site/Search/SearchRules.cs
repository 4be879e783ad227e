using System.Buffers;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// A rule that replaces one spelling by another that readers regard as the same word. SearchText applies the rules to the texts of the
/// index. The manifest (search/index.json) contains the rules, so that the search scripts apply them to queries; the patterns mean the same
/// in .NET and JavaScript.
/// </summary>
/// <param name="pattern">The regular expression whose matches are replaced.</param>
/// <param name="replacement">The replacement, without group references.</param>
/// <param name="signs">Strings of which every match contains at least one. Most texts contain none of these strings, and a search for the
/// strings is much faster than the regular expression.</param>
internal sealed class SearchRule(string pattern, string replacement, params ReadOnlySpan<string> signs)
{
    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant);
    private readonly SearchValues<string> signs = SearchValues.Create(signs, StringComparison.Ordinal);

    /// <summary>
    /// Rules that are applied before katakana is converted to hiragana. They replace a hyphen after kana by ー, and then remove ー at the end
    /// of a word: センター becomes センタ, but コーナー becomes コーナ and not コナ. After the conversion, the end of a katakana word before hiragana
    /// could no longer be recognized.
    /// </summary>
    public static IReadOnlyList<SearchRule> BeforeKana { get; } =
    [
        new("(?<=[ぁ-ゖァ-ヺー])-", "ー", "-"),
        new("(?<=[ァ-ヺ])ー+(?![ァ-ヺー])", "", "ー"),
        new("(?<=[ぁ-ゖ])ー+(?![ぁ-ゖー])", "", "ー"),
    ];

    /// <summary>Rules that are applied after katakana has been converted to hiragana.</summary>
    public static IReadOnlyList<SearchRule> AfterKana { get; } =
    [
        // Removes thousands separators: for example, 1,832 becomes 1832.
        new("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", ","),
        // Unifies spellings with ヶ and the like; katakana has already been converted to hiragana at this point. For example, 49カ所, 49ヶ所
        // and 49箇所 become 49か所, and 夢見ヶ崎 becomes 夢見が崎.
        new("(?<=[0-9])[ゕゖけ箇](?=[所月国年])", "か", "ゕ", "ゖ", "け", "箇"),
        new("[ゖけ](?=[崎丘谷浦原台])", "が", "ゖ", "け"),
        // A point or tilde becomes a space unless it is within a number or range, such as 45.5 or 27~29. Every remaining hyphen or comma
        // becomes a space.
        new(@"(?<![0-9])\.|\.(?![0-9])", " ", "."),
        new("(?<![0-9])~|~(?![0-9])", " ", "~"),
        new("[-,]", " ", "-", ","),
        new("障がい|障碍|障礙", "障害", "障がい", "障碍", "障礙"),
        new("子(?:供|ども)", "こども", "子供", "子ども"),
        new("見守", "みまも", "見守"),
        new("引き(?:こも|籠も?)り", "ひきこもり", "引き"),
        new("(?:1人|一人|独り|ひとり)(?:暮らし|ぐらし)", "ひとり暮らし", "暮らし", "ぐらし"),
        new("取り?組み?", "取組", "取り組", "取組"),
        new("問い?合わ?せ", "問合せ", "問"),
        new("申し?込み?", "申込", "申"),
        new("支え(?:あい|合い)", "支え合い", "支え"),
        new("[作造創]り", "づくり", "作り", "造り", "創り"),
        new("健診", "検診", "健診"),
        new("癌", "がん", "癌"),
        new("髙", "高", "髙"),
        new("﨑", "崎", "﨑"),
        new(" {2,}", " ", "  "),
    ];

    public string Pattern => pattern;

    public string Replacement => replacement;

    public string Apply(string text) => text.AsSpan().ContainsAny(signs) ? regex.Replace(text, replacement) : text;
}
