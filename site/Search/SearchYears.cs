using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Finds the years that a folded (normalized) text names, in the Japanese or the western calendar: h29, 平成29年度, 平成二十九年度, 2017 and
/// 平成27~29年度 all name 2017.
/// </summary>
internal static class SearchYears
{
    /// <summary>
    /// The regular expression for a year. The manifest search/index.json passes it to the search scripts, so it must mean the same in .NET
    /// and JavaScript.
    /// </summary>
    public const string Pattern =
        "(?<![a-z0-9.])(?:(?:(?<era>令和|平成|昭和) ?|(?<letter>[rhs]))(?<n>元|[0-9]{1,2}|" + Kanji + ")(?:~(?<to>[0-9]{1,2}))?(?![0-9.a-z])"
            + "|(?<western>19[2-9][0-9]|20[0-9]{2})(?= ?年|[ ~]|$))(?: ?年度?)?";

    // A number in kanji below 100, with 年 after it: 二十九年, 十年, 三年.
    private const string Kanji = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?= ?年)";
    private const string Digits = "〇一二三四五六七八九";

    private const int LongestRange = 20;

    private static readonly Regex Year = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IEnumerable<int> Of(string folded) => Year.Matches(folded).SelectMany(Years);

    private static IEnumerable<int> Years(Match match)
    {
        if (match.Groups["western"].Success)
            return [Number(match.Groups["western"].Value)];
        var before = FirstOf(match.Groups["era"].Value + match.Groups["letter"].Value) - 1;
        var first = before + NumberInEra(match.Groups["n"].Value);
        var last = match.Groups["to"].Success ? before + Number(match.Groups["to"].Value) : first;
        return Enumerable.Range(first, Math.Clamp(last - first + 1, 1, LongestRange));
    }

    private static int FirstOf(string era) => era switch
    {
        "令和" or "r" => 2019,
        "平成" or "h" => 1989,
        _ => 1926,
    };

    private static int NumberInEra(string n) => n.Split('十') switch
    {
        ["元"] => 1,
        [var digits] when char.IsAsciiDigit(digits[0]) => Number(digits),
        [.. var tens, var ones] => (tens is [var ten] ? Math.Max(1, Digit(ten)) * 10 : 0) + Digit(ones),
        [] => 0,
    };

    private static int Digit(string kanji) => Digits.IndexOf(kanji, StringComparison.Ordinal);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
