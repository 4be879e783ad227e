namespace KawasakiServerless.Site.Shared;

/// <summary>
/// Finds the places where a heading may be broken: after punctuation, and between a particle and the following word. A heading is never
/// broken within a number and its counter (第4期) or between kana (いきがづくり): browsers' dictionaries break the latter wrongly in words that
/// they do not know.
/// </summary>
public static class Phrases
{
    private const string Particles = "のをにでとがはへも", Ends = "、。，．・，）」』】〕〉》!?！？", Begins = "（「『【〔〈《(";

    /// <summary>The phrases of a text; their concatenation is the text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var from = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!MayBreak(text[at - 1], text[at]))
                continue;
            yield return text[from..at];
            from = at;
        }

        yield return text[from..];
    }

    private static bool MayBreak(char before, char after) =>
        !IsEnd(after) && !IsIn(Begins, before) && (IsIn(Ends, before) || IsIn(Begins, after) || (IsIn(Particles, before) && IsWord(after)));

    private static bool IsEnd(char character) => IsIn(Ends, character) || character is 'ー' or '々' or '゛' or '゜';

    private static bool IsIn(string characters, char character) => characters.Contains(character, StringComparison.Ordinal);

    // Kanji, katakana, letters and digits.
    private static bool IsWord(char character) => char.IsLetterOrDigit(character) && character is not (>= 'ぁ' and <= 'ゟ');
}
