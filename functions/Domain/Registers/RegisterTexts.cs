using System.Globalization;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// Checks the texts of a register. Pages, feeds, tables and workbooks show them unchanged, so they must be harmless in all of these.
/// </summary>
internal static class RegisterTexts
{
    /// <summary>Maximum lengths of a name, an address and a sentence, in characters.</summary>
    public const int Name = 60, Place = 200, Sentence = 200;

    // Spreadsheet programs interpret a cell that starts with one of these characters as a formula.
    private const string Formulas = "=+-@";

    public static IEnumerable<RegisterFinding> Required(string field, string label, string text, int most) =>
        LookalikeCharacters.ShowsNothing(text) ? [new(field, $"{label}がありません。", $"{label}を入力してください。")] : Optional(field, label, text, most);

    public static IEnumerable<RegisterFinding> Optional(string field, string label, string? text, int most)
    {
        if (text is null)
            yield break;
        if (text.Length > most)
            yield return new(field, $"{label}が{RegisterChecks.Number(text.Length)}字あります。", $"{RegisterChecks.Number(most)}字までにしてください。");
        if (text.EnumerateRunes().Any(IsUnseen))
            yield return new(field, $"{label}に、目に見えない文字か、文字の向きを変える文字があります。", $"{label}を消して、入力し直してください。");
        if (text.AsSpan().ContainsAny('<', '>'))
            yield return new(field, $"{label}に「<」か「>」があります。", "HTMLなどの記号を除いてください。");
        if (text.Trim() != text)
            yield return new(field, $"{label}の前か後に空白があります。", "前後の空白を除いてください。");
        if (text.Length > 0 && Formulas.Contains(text.Fold().FirstOrDefault(), StringComparison.Ordinal))
            yield return new(field, $"{label}が「{text.EnumerateRunes().First()}」で始まっています。", "表計算ソフトで計算式とみなされない文字から始めてください。");
    }

    // EnumerateRunes yields U+FFFD for a lone surrogate. U+FFFD itself is rejected too, because nobody types it deliberately.
    private static bool IsUnseen(Rune rune) =>
        LookalikeCharacters.IsInvisible(rune) || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
