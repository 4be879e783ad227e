using System.Globalization;
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
            ?? Span(folded, YearsTogether().Matches(folded), 1) ?? Span(folded, SlashedYears().Matches(folded), 2)
            ?? Span(folded, LedYears().Matches(folded), 1) ?? Beside(folded) ?? SpanOfBare(folded, BareYears().Matches(folded));
    }

    /// <summary>
    /// Returns the part of a text with figures in the form year, colon and figure that contains figures of a year in another form, such as
    /// H30（見込）：30人 or H28～H29：30人; null when there is none.
    /// </summary>
    public static string? Among(string text) =>
        text.Length <= Longest && text.Fold() is var folded
            ? Beside(folded) ?? Span(folded, ContinuedYears().Matches(folded), 1)
            : null;

    private static string? Beside(string folded) =>
        Span(folded, QualifiedYears().Matches(folded), 1) ?? Span(folded, JoinedYears().Matches(folded), 1);

    // Requires two consecutive years, because other numbers before a colon are times or ratios.
    private static string? SpanOfBare(string text, MatchCollection figures) =>
        figures.Zip(figures.Skip(1)).Any(pair => Short(pair.First) + 1 == Short(pair.Second)) ? Span(text, figures, 2) : null;

    private static int Short(Match match) => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    private static string? Span(string text, MatchCollection figures, int fewest) =>
        figures.Count >= fewest && figures[^1].Groups["unit"] is var unit ? text[figures[0].Index..(unit.Index + unit.Length)] : null;

    // As in 平成28年度で50人、平成29年度で60人.
    [GeneratedRegex(Year + Words + Number + Unit)]
    private static partial Regex YearsBefore();

    // As in H28/10人、H29/20人, H28→10人、H29→20人 or 10人/H28、20人/H29. A single one may be ordinary text, so at least two are required.
    [GeneratedRegex(
        Year + @"\s?[/→⇒・]\s?" + Number + Unit + "|" + Number + @"[^0-9。、,→;/・\s()]{0,6}\s?/\s?(?:" + Era + "|" + Western + ")(?<unit>)")]
    private static partial Regex SlashedYears();

    // As in H28・・・10人, or in brackets as in （H29＝20人） or （H29実績20人）. A single year is enough.
    [GeneratedRegex(
        Year + @"\s?(?:・{2,}|[.]{2,}|=)\s?" + Number + Unit
        + @"|(?<=\([^()]{0,40})" + Year + @"\s?(?:実績|末|見込み?)\s?" + Number + @"(?=(?<unit>\s?[^0-9、,()]{0,6}\)))")]
    private static partial Regex LedYears();

    private const string Colon = @"\s?:\s?[^0-9。、,:()]{0,6}";

    // As in H30(見込):30人 or H30見込み:30人.
    [GeneratedRegex(Year + @"\s?\(?(?:見込み?|予定|目標|計画|予測|推計|実績|速報|現在|末)[値数]?\)?" + Colon + Number + Unit)]
    private static partial Regex QualifiedYears();

    // As in H28~H29:30人, H28-29:30人 or H28・H29:各10人.
    [GeneratedRegex(Year + @"\s?(?:[・、,/&+~〜と−–‐-]|から|及び)\s?(?:" + Year + "|[0-9]{1,2})" + Colon + Number + Unit)]
    private static partial Regex JoinedYears();

    // As in H28:10人、29:20人. A time such as 9:30 has no unit of figures.
    [GeneratedRegex(@"(?<=[、,・/\s])(?<n>[0-9]{2}|元)(?:年度?)?\s?:\s?(?![0-5][0-9](?:から|まで|[~〜\s-]|$))" + Number + Unit)]
    private static partial Regex ContinuedYears();

    // As in 28:10人、29:20人.
    [GeneratedRegex(@"(?<![0-9A-Za-z:/.])(?<n>[0-9]{2})(?:年度?)?\s?:\s?" + Number + @"(?=(?<unit>\s?[^\s0-9、,→():~〜]{1,6}))")]
    private static partial Regex BareYears();

    // As in 50人（H28）→60人（H29）.
    [GeneratedRegex(Number + @"[^0-9。、,→;/・\s()]{0,6}\s?\(\s?" + Year + @"[^0-9()]{0,6}(?<unit>\))")]
    private static partial Regex YearsAfter();

    // As in 平成28・29年度：50人・60人. Figures with different units, as in 平成28・29年度に3回、4か所, are not of different years.
    [GeneratedRegex(Year + @"\s?(?:[・、,/と]|及び)\s?" + Year + Words + Number + @"(?<of>[^0-9。、,→;/・]{0,6})[・、,/]\s?" + Number + @"(?<unit>\k<of>)")]
    private static partial Regex YearsTogether();
}
