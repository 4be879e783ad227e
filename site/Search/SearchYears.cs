using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Finds the years that a folded (normalized) text names, in the Japanese or the western calendar: h29, 平成29年度, 2017 and 平成27~29年度
/// all name 2017.
/// </summary>
internal static class SearchYears
{
    /// <summary>
    /// The regular expression for a year. The manifest search/index.json passes it to the search scripts, so it must mean the same in .NET
    /// and JavaScript.
    /// </summary>
    public const string Pattern =
        "(?<![a-z0-9.])(?:(?:(?<era>令和|平成|昭和) ?|(?<letter>[rhs]))(?<n>元|[0-9]{1,2})(?:~(?<to>[0-9]{1,"
            + "2}))?(?![0-9.a-z])|(?<western>19[2-9][0-9]|20[0-9]{2})(?= ?年|[ ~]|$))(?: ?年度?)?";

    private const int LongestRange = 20;

    private static readonly Regex Year = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IEnumerable<int> Of(string folded) => Year.Matches(folded).SelectMany(Years);

    private static IEnumerable<int> Years(Match match)
    {
        if (match.Groups["western"].Success)
            return [Number(match.Groups["western"].Value)];
        var before = FirstOf(match.Groups["era"].Value + match.Groups["letter"].Value) - 1;
        var first = before + (match.Groups["n"].Value == "元" ? 1 : Number(match.Groups["n"].Value));
        var last = match.Groups["to"].Success ? before + Number(match.Groups["to"].Value) : first;
        return Enumerable.Range(first, Math.Clamp(last - first + 1, 1, LongestRange));
    }

    private static int FirstOf(string era) => era switch
    {
        "令和" or "r" => 2019,
        "平成" or "h" => 1989,
        _ => 1926,
    };

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
