using System.Globalization;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// What the index knows a folded text by: pairs of neighbouring characters and single kanji, numbers, beginnings of Latin words, and years
/// (@2017). Scripts/query.js cuts queries likewise.
/// </summary>
internal static class SearchTokens
{
    private const int LongestPrefix = 12;

    private enum Run
    {
        None,
        Digits,
        Latin,
        Japanese,
    }

    public static IEnumerable<string> Of(string folded)
    {
        for (var start = 0; start < folded.Length;)
        {
            var run = RunOf(folded[start]);
            var end = start + 1;
            while (end < folded.Length && RunOf(folded[end]) == run)
                end++;
            foreach (var token in Cut(run, folded[start..end]))
                yield return token;
            start = end;
        }

        foreach (var year in SearchYears.Of(folded))
            yield return "@" + year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The token of a whole name; null when nobody would type it whole.</summary>
    public static string? OfName(string name) => SearchText.Key(name) is { Length: > 0 and <= 40 } key ? "=" + key : null;

    private static IEnumerable<string> Cut(Run run, string text) => run switch
    {
        Run.Digits => [text],
        Run.Latin => Enumerable.Range(1, Math.Min(text.Length, LongestPrefix)).Select(length => text[..length]),
        Run.Japanese => Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2)).Concat(text.Where(IsKanji).Select(c => c.ToString())),
        _ => [],
    };

    private static Run RunOf(char c) => c switch
    {
        ' ' or '~' => Run.None,
        (>= '0' and <= '9') or '.' => Run.Digits,
        >= 'a' and <= 'z' => Run.Latin,
        _ => Run.Japanese,
    };

    private static bool IsKanji(char c) => c is >= '\u3400' and <= '\u9FFF';
}
