using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Search;

/// <summary>Spellings that are one word to a reader. The manifest carries them, so that queries are folded by the very rules that folded the texts: patterns mean the same in .NET and JavaScript.</summary>
internal sealed class SearchRule(string pattern, string replacement)
{
    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant);

    /// <summary>While katakana can still be told from hiragana: センター is センタ, コーナー is not コナ.</summary>
    public static IReadOnlyList<SearchRule> BeforeKana { get; } =
    [
        new("(?<=[ぁ-ゖァ-ヺー])-", "ー"),
        new("(?<=[ァ-ヺ])ー+(?![ァ-ヺー])", ""),
        new("(?<=[ぁ-ゖ])ー+(?![ぁ-ゖー])", ""),
    ];

    /// <summary>Once katakana is hiragana.</summary>
    public static IReadOnlyList<SearchRule> AfterKana { get; } =
    [
        // 1,832 is 1832.
        new("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", ""),
        // 49カ所, 49ヶ所, 49箇所 are 49か所; 夢見ヶ崎 is 夢見が崎.
        new("(?<=[0-9])[ゕゖけ箇](?=[所月国年])", "か"),
        new("[ゖけ](?=[崎丘谷浦原台])", "が"),
        // 45.5 and 27~29 stay together.
        new(@"(?<![0-9])\.|\.(?![0-9])", " "),
        new("(?<![0-9])~|~(?![0-9])", " "),
        new("[-,]", " "),
        new("障がい|障碍|障礙", "障害"),
        new("子(?:供|ども)", "こども"),
        new("見守", "みまも"),
        new("引き(?:こも|籠も?)り", "ひきこもり"),
        new("(?:1人|一人|独り|ひとり)(?:暮らし|ぐらし)", "ひとり暮らし"),
        new("取り?組み?", "取組"),
        new("問い?合わ?せ", "問合せ"),
        new("申し?込み?", "申込"),
        new("支え(?:あい|合い)", "支え合い"),
        new("[作造創]り", "づくり"),
        new("健診", "検診"),
        new("癌", "がん"),
        new("髙", "高"),
        new("﨑", "崎"),
        new(" {2,}", " "),
    ];

    public string Pattern => pattern;

    public string Replacement => replacement;

    public string Apply(string text) => regex.Replace(text, replacement);
}
