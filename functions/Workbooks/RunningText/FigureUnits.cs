using System.Collections.Frozen;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// The words that may follow a number as its unit. IsPercent, IsOfCounts and Fits normalize the words by Fold; the other methods expect
/// words that are already normalized.
/// </summary>
internal static class FigureUnits
{
    private const int LongestUnknown = 4;

    private static readonly FrozenSet<string> Names =
    [
        "人", "名", "件", "回", "日", "部", "冊", "枚", "本", "個", "台", "棟", "戸", "室", "床", "社", "校", "園", "館", "店", "票", "通", "例", "点", "歳", "組",
        "班", "隊", "区", "市",
        "か所", "カ所", "ヵ所", "ヶ所", "ケ所", "箇所", "個所", "世帯", "家庭", "施設", "事業所", "事業者", "事業", "団体", "クラブ", "サークル", "グループ", "チーム", "企業", "法人",
        "機関",
        "医療機関", "病院", "病床", "薬局", "地区", "地域", "町会", "自治会", "講座", "教室", "コース", "コマ", "種", "種類", "製品", "品目", "項目", "科目", "作品", "学級", "クラス",
        "学校",
        "年", "か月", "カ月", "ヶ月", "箇月", "月", "週", "時間", "分", "秒", "円", "千円", "万円", "百万円", "億円", "%", "パーセント", "ポイント", "pt", "位", "倍", "割",
        "m", "km", "m²", "㎡", "ha", "kg", "t", "ℓ", "ページ", "頁", "人日", "人回", "延べ人", "基", "機", "両", "便", "車", "単位", "匹", "頭", "店舗", "議席", "¥",
        "$",
    ];

    // Words that qualify a number: that it is approximate (約), a total or a part (計, うち), for each (各), a bound (以上) or a plan (予定).
    // They are not units.
    private static readonly string[] Before =
        ["約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "凡そ", "推計", "概算", "延べ", "のべ", "計", "合計", "うち", "内", "各", "毎", "全"];

    private static readonly string[] After =
        ["以上", "以下", "以内", "未満", "超", "程度", "前後", "余", "余り", "あまり", "弱", "強", "くらい", "ぐらい", "ほど", "見込", "見込み", "予定", "目標"];

    private static readonly string[] Multiples = ["万", "億", "千", "百", "兆"];

    private static readonly string[] Signed = ["円", "千円", "万円", "百万円", "億円", "¥", "$", "ポイント", "pt", "点", "倍", "割", "位"];

    private static readonly string[] Places = ["か所", "カ所", "ヵ所", "ヶ所", "ケ所", "箇所", "個所"];

    public static bool IsUnit(string word) => Names.Contains(word);

    /// <summary>Whether a word may be a unit that is not listed: a short word such as 羽, but not 回実施, 万部 or に増加.</summary>
    public static bool MayBeUnit(string word) =>
        word.Length <= LongestUnknown && word.All(c => char.IsLetter(c) && c is not (>= 'ぁ' and <= 'ん')) && !Begins(word)
            && !IsQualified(word);

    /// <summary>Whether a word begins with a unit or with a multiple such as 万. Examples are 回実施 and 万部.</summary>
    public static bool Begins(string word) =>
        Multiples.Any(m => word.StartsWith(m, StringComparison.Ordinal))
            || Enumerable.Range(1, Math.Min(word.Length, 5)).Any(n => Names.Contains(word[..n]));

    public static bool IsQualifier(string word) => Before.Contains(word);

    public static bool IsQualified(string word) => After.Any(q => word.EndsWith(q, StringComparison.Ordinal));

    public static bool IsPercent(string unit) => unit.Fold() is "%" or "パーセント";

    /// <summary>
    /// Whether a figure with this unit can be negative only if it states a change, such as 会員数の増減. True for listed units of counts, shares
    /// and measures, such as 回, 人, か所, % or kg. False for units of values that may be negative, such as 円, and for units that are not
    /// listed.
    /// </summary>
    public static bool IsOfCounts(string unit) => unit.Fold() is var folded && Names.Contains(folded) && !Signed.Contains(folded);

    public static bool IsOfPeople(string? unit) => unit is "人" or "名";

    /// <summary>
    /// Whether the unit displayed with a number means the same as the unit in the column 単位, as do 名 and 人, か所 and 箇所, or 人 and 人（延べ）.
    /// </summary>
    public static bool Fits(string shown, string unit)
    {
        var (first, second) = (shown.Fold(), Bare(unit.Fold()));
        return AreSame(first, second) || (IsPercent(first) && IsPercent(second)) || (IsOfPeople(first) && IsOfPeople(second));
    }

    private static string Bare(string unit) => unit.Split('(')[0].Replace("延べ", "", StringComparison.Ordinal).Trim();

    /// <summary>Whether two units are equal, or are both spellings of か所, such as カ所 and 箇所.</summary>
    public static bool AreSame(string first, string second) => first == second || (Places.Contains(first) && Places.Contains(second));
}
