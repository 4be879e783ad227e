using System.Globalization;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// The characters of a text from outside that may be stored and shown: none that is invisible to readers but moves, reorders or breaks what
/// stands around it.
/// </summary>
public static class PlainCharacters
{
    /// <summary>The text without control characters, line separators, bidi controls, noncharacters and lone surrogates.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString()));

    // EnumerateRunes gives the replacement character for a lone surrogate.
    private static bool IsPlain(Rune rune) =>
        rune != Rune.ReplacementChar && !IsBidiControl(rune.Value) && (rune.Value & 0xFFFE) != 0xFFFE
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsBidiControl(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
