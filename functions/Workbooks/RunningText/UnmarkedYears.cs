using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Finds figures of several years that are written in another form than year, colon and figure, such as 平成28年度 50人、29年度 60人,
/// H28実績：50人、H29実績：60人 or 50人（H28）→60人（H29）. Such figures are reported and not read.
/// </summary>
internal static partial class UnmarkedYears
{
    private const int Longest = 2_000;

    private const string Era =
        @"(?:(?:平成|令和|昭和)\s?|(?<![A-Za-z0-9])[HRhr]\s?|(?<![一-龥])[平令昭])(?:元|[0-9]{1,2}(?![0-9]))(?:\s?\([0-9]{4}\))?\s?(?:年度|年|度)?(?:\.[0-9]{1,2}(?![0-9]))?";

    private const string Western = @"(?<![0-9A-Za-z])(?:FY20[0-9]{2}|20[0-9]{2}(?:\s?\([^()]{2,6}\))?\s?(?:年度?|(?=[:=])))";

    // A year without its era, such as 29年度. 2年間 and 3年目 are durations.
    private const string WithoutEra = "(?<![0-9])(?:元|[0-9]{1,2})(?:年度|年(?!間|生|目|後|前|以|ごと|毎|に|連|次|代|齢))";

    private const string Year = $"(?:{Era}|{Western}|{WithoutEra})";

    // Dates, ordinal numbers and ages are no figures of a year.
    private const string Number =
        @"(?<![HRhr成和平令昭第])[0-9][0-9,.]*(?!\s?(?:月|年|時(?!間)|期|次|条|号|番|歳|[かヶカ箇]年))(?![0-9,.])";

    private const string Words = "[^0-9。、,→;/・]{0,12}?";

    private const string Unit = @"(?=(?<unit>\s?[^\s0-9、,→()]{0,6}))";

    /// <summary>
    /// Returns the part of the text that contains such figures, normalized by Fold; null when there is none or the text is too long to be
    /// searched.
    /// </summary>
    public static string? In(string text)
    {
        if (text.Length > Longest)
            return null;
        var folded = text.Fold();
        return Span(folded, YearsBefore().Matches(folded), 2) ?? Span(folded, YearsAfter().Matches(folded), 2)
            ?? Span(folded, YearsTogether().Matches(folded), 1);
    }

    private static string? Span(string text, MatchCollection figures, int fewest) =>
        figures.Count >= fewest && figures[^1].Groups["unit"] is var unit ? text[figures[0].Index..(unit.Index + unit.Length)] : null;

    // As in 平成28年度で50人、平成29年度で60人.
    [GeneratedRegex(Year + Words + Number + Unit)]
    private static partial Regex YearsBefore();

    // As in 50人（H28）→60人（H29）.
    [GeneratedRegex(Number + @"[^0-9。、,→;/・\s()]{0,6}\s?\(\s?" + Year + @"[^0-9()]{0,6}(?<unit>\))")]
    private static partial Regex YearsAfter();

    // As in 平成28・29年度：50人・60人. Figures with different units, as in 平成28・29年度に3回、4か所, are not of different years.
    [GeneratedRegex(Year + @"\s?(?:[・、,/と]|及び)\s?" + Year + Words + Number + @"(?<of>[^0-9。、,→;/・]{0,6})[・、,/]\s?" + Number + @"(?<unit>\k<of>)")]
    private static partial Regex YearsTogether();
}
