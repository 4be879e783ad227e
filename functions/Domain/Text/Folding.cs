using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Folding (照合用の正規化): normalizes texts so that they can be compared. Invisible characters are removed, look-alike characters are unified,
/// NFKC is applied, white space is reduced to single spaces, and the ends are trimmed. The stored text itself is not folded.
/// </summary>
public static partial class Folding
{
    private const int Short = 256;

    /// <summary>
    /// Folds a text as the class describes: for example, "Ｈ２９　年度 " becomes "H29 年度". .NET applies NFKC with the ICU library. Without ICU
    /// (see <see cref="IsAvailable"/>), NFKC is not applied to a text that contains a character unknown to <see cref="CommonSign"/>.
    /// </summary>
    public static string Fold(this string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var folded = text.Length <= Short ? stackalloc char[text.Length] : new char[text.Length];
        if (!TryFoldCommon(text, folded, out var length))
            return FoldAny(text);
        folded = folded[..length];
        return folded.SequenceEqual(text) ? text : folded.ToString();
    }

    /// <summary>
    /// Folds a name and removes the spaces that authors type to spread it over the width of a cell: for example, 財　政　局 becomes 財政局.
    /// </summary>
    public static string FoldWithoutSpaces(this string? text) => text.Fold().WithoutSpaces();

    /// <summary>
    /// Removes the spaces from a folded text. Folding has already replaced every run of white space by one ordinary space.
    /// </summary>
    public static string WithoutSpaces(this string folded) => folded.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Whether this process has the ICU library, without which .NET does not apply NFKC.</summary>
    public static bool IsAvailable => "㍻".Fold() == "平成";

    /// <summary>Checks at startup that ICU is available, because without it texts would be compared incorrectly.</summary>
    /// <exception cref="InvalidOperationException">The process runs without ICU.</exception>
    public static void Require()
    {
        if (!IsAvailable)
            throw new InvalidOperationException(
                "This process runs without ICU, so ㍻ would not be read as 平成. Install libicu, or unset "
                    + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    private static string FoldAny(string text) =>
        WhiteSpace().Replace(LookalikeCharacters.Resolve(WithoutInvalidUnicode(text)).Normalize(NormalizationForm.FormKC), " ").Trim();

    // Fast path that avoids ICU, which takes about a microsecond for each text: a large workbook has a hundred thousand texts to fold.
    // Returns false if a character needs ICU.
    private static bool TryFoldCommon(string text, Span<char> folded, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            if (CommonSign(c) is not { } sign)
                return false;
            if (sign != ' ' || (length > 0 && folded[length - 1] != ' '))
                folded[length++] = sign;
        }

        if (length > 0 && folded[length - 1] == ' ')
            length--;
        return true;
    }

    /// <summary>
    /// Returns the folded form of a common character: a space for white space, otherwise its NFKC form, which for these characters is one
    /// character and independent of adjacent ones. Null for any other character, which needs ICU.
    /// </summary>
    public static char? CommonSign(char c) => c switch
    {
        ' ' or '\u3000' or (>= '\t' and <= '\r') => ' ',
        (> ' ' and <= '~') or (>= '、' and <= '〃') or (>= '々' and <= '〕') or (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヾ') or (
            >= '\u4E00' and <= '\u9FFF') =>
            c,
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => null,
    };

    // Replaces lone surrogates and U+FFFE, on which Normalize throws; a damaged workbook may contain them.
    private static string WithoutInvalidUnicode(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            source.CopyTo(span);
            for (var i = 0; i < span.Length; i++)
            {
                if (char.IsHighSurrogate(span[i]) && i + 1 < span.Length && char.IsLowSurrogate(span[i + 1]))
                    i++;
                else if (char.IsSurrogate(span[i]) || span[i] == '\uFFFE')
                    span[i] = '\uFFFD';
            }
        });

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
