using System.Buffers;
using System.Globalization;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>Characters that some machines display differently or not at all (機種依存文字), such as ①, ㈱ and private-use characters.</summary>
public static class MachineDependent
{
    // The most common of the characters that every machine displays. Most texts contain no other characters, so a search for other
    // characters is a fast first check.
    private static readonly SearchValues<char> Common = SearchValues.Create(
        [.. new[] { ('!', '~'), ('ぁ', 'ゖ'), ('ァ', 'ー'), ('一', '龥'), ('、', '。'), ('「', '』'), ('（', '）') }
            .SelectMany(r => Enumerable.Range(r.Item1, r.Item2 - r.Item1 + 1).Select(c => (char)c))]);

    /// <summary>
    /// Whether a text contains only common characters, which every machine displays. If false, the text may still contain no
    /// machine-dependent character.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Common);

    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.Surrogate => true,
        _ =>
            rune.Value is 0x2116 or 0x2121 or 0xFFFD or 0xFFFC or (
                >= 0x2150 and <= 0x218F) or (>= 0x2460 and <= 0x24FF) or (>= 0x2776 and <= 0x2793) or (>= 0x3200 and <= 0x33FF),
    };

    /// <summary>Whether a text contains a machine-dependent character; line breaks and tabs are ignored.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        if (IsPlain(text))
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not '\n' and not '\r' and not '\t' && Is(rune))
                return true;
        }

        return false;
    }
}
