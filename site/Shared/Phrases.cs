namespace KawasakiServerless.Site.Shared;

/// <summary>
/// Finds the positions where a line of a heading may break: after punctuation, before opening brackets, and between a particle and the
/// following word. There is never a break between a number and its counter (第4期) or between two hiragana. Browsers, which use dictionaries,
/// would break a word in hiragana that their dictionaries lack (いきがづくり).
/// </summary>
public static class Phrases
{
    private const string Particles = "のをにでとがはへも", Ends = "、。，．・，）」』】〕〉》!?！？", Begins = "（「『【〔〈《(";

    /// <summary>Splits a text into phrases, between which lines may break. The concatenation of the phrases is the text.</summary>
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

    // Whether a word begins with this character: a kanji, katakana, letter or digit, but not hiragana.
    private static bool IsWord(char character) => char.IsLetterOrDigit(character) && character is not (>= 'ぁ' and <= 'ゟ');
}
