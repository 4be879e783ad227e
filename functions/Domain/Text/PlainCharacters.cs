using System.Globalization;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// Removes unsafe characters from text that users or other systems sent. Unsafe characters are invisible characters that move, reorder or
/// break the text around them, and characters that cannot be stored.
/// </summary>
public static class PlainCharacters
{
    /// <summary>
    /// Returns the text without control characters, line and paragraph separators, bidi controls, noncharacters that end in FFFE or FFFF,
    /// lone surrogates, and the replacement character U+FFFD.
    /// </summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString()));

    // EnumerateRunes yields the replacement character U+FFFD for a lone surrogate, so this removes lone surrogates too.
    private static bool IsPlain(Rune rune) =>
        rune != Rune.ReplacementChar && !IsBidiControl(rune.Value) && (rune.Value & 0xFFFE) != 0xFFFE
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsBidiControl(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
