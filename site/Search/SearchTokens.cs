using System.Globalization;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Splits a folded (normalized) text into the tokens of the index: pairs of neighbouring Japanese characters, single kanji, numbers, the
/// prefixes of at most 12 letters of each Latin word, and years, written with an @ (@2017). Scripts/shards.js splits queries into tokens of
/// the same kinds.
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

    public static IReadOnlyList<string> Of(string folded)
    {
        List<string> tokens = [];
        Each(folded, token => tokens.Add(token.ToString()));
        return tokens;
    }

    /// <summary>
    /// Calls <paramref name="found"/> for each token; a token that occurs several times is passed several times. Tokens are passed as
    /// spans, so that the caller needs no new string for a token that it already knows.
    /// </summary>
    public static void Each(string folded, Action<ReadOnlySpan<char>> found)
    {
        for (var start = 0; start < folded.Length;)
        {
            var run = RunOf(folded[start]);
            var end = start + 1;
            while (end < folded.Length && RunOf(folded[end]) == run)
                end++;
            Cut(run, folded.AsSpan(start..end), found);
            start = end;
        }

        foreach (var year in SearchYears.Of(folded))
            found("@" + year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The token for a whole name, such as =たかつく. Null for a name of more than 40 characters, which nobody types completely, and for a name
    /// without letters or digits.
    /// </summary>
    public static string? OfName(string name) => SearchText.Key(name) is { Length: > 0 and <= 40 } key ? "=" + key : null;

    private static void Cut(Run run, ReadOnlySpan<char> text, Action<ReadOnlySpan<char>> found)
    {
        if (run == Run.Digits)
            found(text);
        for (var length = 1; run == Run.Latin && length <= Math.Min(text.Length, LongestPrefix); length++)
            found(text[..length]);
        for (var i = 0; run == Run.Japanese && i + 1 < text.Length; i++)
            found(text.Slice(i, 2));
        for (var i = 0; run == Run.Japanese && i < text.Length; i++)
        {
            if (IsKanji(text[i]))
                found(text.Slice(i, 1));
        }
    }

    private static Run RunOf(char c) => c switch
    {
        ' ' or '~' => Run.None,
        (>= '0' and <= '9') or '.' => Run.Digits,
        >= 'a' and <= 'z' => Run.Latin,
        _ => Run.Japanese,
    };

    private static bool IsKanji(char c) => c is >= '\u3400' and <= '\u9FFF';
}
