using System.Buffers;
using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Normalizes ("folds") texts and queries so that different spellings of a word are equal: NFKC, lower case, hiragana instead of katakana,
/// and the replacements of <see cref="SearchRule"/>. Characters that separate words become a single space. Scripts/shards.js folds queries
/// in the same way; a test verifies that both agree.
/// </summary>
internal static class SearchText
{
    // These characters are removed and do not separate words, as in 地域における「ケア」への理解 or コミュニティ・カフェ.
    private const string Nothing = "・「」『』\"'“”‘’";

    // All these dashes become the ASCII hyphen. A SearchRule then replaces a hyphen that follows a kana character by ー.
    private const string Dashes = "‐‑‒–—―−─";

    // Caches the folded form of each character that no combining mark follows; almost all characters of a text are of this kind.
    private static readonly string?[] Alone = new string?[char.MaxValue + 1];

    public static string Fold(string text)
    {
        var folded = Characters(text);
        foreach (var rule in SearchRule.BeforeKana)
            folded = rule.Apply(folded);
        folded = Hiragana(folded);
        foreach (var rule in SearchRule.AfterKana)
            folded = rule.Apply(folded);
        return folded;
    }

    /// <summary>
    /// Folds (normalizes) a name and removes its spaces and tildes, so that names that differ only in these are equal, such as 視点1 住まい and
    /// 視点１　住まい.
    /// </summary>
    public static string Key(string name) =>
        Fold(name).WithoutSpaces().Replace("~", "", StringComparison.Ordinal);

    private static string Characters(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfMarks(text, at + (char.IsSurrogatePair(text, at) ? 2 : 1));
            folded.Append(end == at + 1 ? Alone[text[at]] ??= Character(text.AsSpan(at, 1)) : Character(text.AsSpan(at..end)));
            at = end;
        }

        return folded.ToString();
    }

    private static string Character(ReadOnlySpan<char> marked)
    {
        if (Rune.DecodeFromUtf16(marked, out var rune, out _) != OperationStatus.Done || !IsKnown(rune))
            return " ";
        var folded = new StringBuilder();
        foreach (var part in marked.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            Append(folded, part);
        return folded.ToString();
    }

    // The position after the voicing marks that follow a character: ﾎﾞ is a character and a mark, which must be normalized together.
    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && text[at] is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F')
            at++;
        return at;
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (IsSilent(rune))
            return;
        if (!rune.IsBmp)
            folded.Append(IsWord(rune) ? (char)('\uE000' + (rune.Value % 6400)) : ' ');
        else
            folded.Append(Plain(LookalikeCharacters.Ideograph((char)rune.Value)));
    }

    private static char Plain(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | ' '),
        '〜' => '~',
        '~' or '.' or ',' or '-' => c,
        _ when Dashes.Contains(c, StringComparison.Ordinal) => '-',
        _ => IsWord(new(c)) ? c : ' ',
    };

    private static bool IsKnown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static bool IsSilent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || (rune.IsBmp && Nothing.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static string Hiragana(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is >= 'ァ' and <= 'ヶ' ? (char)(source[i] - 0x60) : source[i];
    });
}
