using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Converts between years of Japanese eras (和暦) and western years: for example, 平成29 is 2017, and 令和元 is 2019.</summary>
internal static class EraYears
{
    /// <summary>
    /// A regular expression for a year as departments type it, after folding, in forms such as 平成29, 平29, H29, 平成二十九, 平成29(2017), 2017,
    /// 2017(平成29). It matches ASCII digits only: \d would also match digits of other scripts, which int.Parse rejects.
    /// </summary>
    public const string Pattern =
        $@"(?:(?<western>[0-9]{{4}})(?:\s?\({Era}\))?|{Era}(?:\s?\((?<beside>[0-9]{{4}})\))?)";

    private const string Era = $@"(?<era>令和?|平成?|昭和?|[RHSrhs])\s?(?<n>元|[0-9]{{1,2}}|{Kanji})";

    // From 1 to 99, as in 二十九 or 二九.
    private const string Kanji = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][〇一二三四五六七八九]?";

    private const string KanjiDigits = "〇一二三四五六七八九";

    private static readonly (string Name, string Letter, int First)[] Eras = [("令和", "R", 2019), ("平成", "H", 1989), ("昭和", "S", 1926)];

    public static string Of(int western) => Of(western, Eras.First(e => western >= e.First));

    // Within the year 2019, the era depends on the month, because 令和 began on 1 May 2019. The overload without a month uses 令和.
    public static string Of(int western, int month) => (western, month) is (2019, < 5) ? Of(western, Eras[1]) : Of(western);

    /// <summary>
    /// Returns the western year of a match of <see cref="Pattern"/>; zero if it is invalid or contradicts the western year next to it.
    /// </summary>
    public static int Western(Match match)
    {
        var beside = match.Groups["western"] is { Success: true } first ? first : match.Groups["beside"];
        if (!match.Groups["era"].Success)
            return Number(beside.Value);
        var year = Western(match.Groups["era"].Value, match.Groups["n"].Value);
        return beside.Success && Number(beside.Value) != year ? 0 : year;
    }

    public static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Western(string era, string n)
    {
        var number = n == "元" ? 1 : char.IsAsciiDigit(n[0]) ? Number(n) : OfKanji(n);
        var first = Eras.First(e => e.Name[0] == era[0] || e.Letter.Equals(era, StringComparison.OrdinalIgnoreCase)).First;
        return number == 0 ? 0 : first + number - 1;
    }

    private static int OfKanji(string n) => n.IndexOf('十', StringComparison.Ordinal) switch
    {
        < 0 => n.Aggregate(0, (sum, c) => (sum * 10) + Digit(c)),
        var ten => (10 * (ten == 0 ? 1 : Digit(n[0]))) + (ten == n.Length - 1 ? 0 : Digit(n[^1])),
    };

    private static int Digit(char kanji) => KanjiDigits.IndexOf(kanji, StringComparison.Ordinal);

    private static string Of(int western, (string Name, string Letter, int First) era)
    {
        var n = western - era.First + 1;
        return era.Name + (n == 1 ? "元" : n.ToString(CultureInfo.InvariantCulture));
    }
}
