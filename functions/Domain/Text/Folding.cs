using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Folding (照合用の正規化): how texts are compared. NFKC, white space folded to one space, ends trimmed; what is stored stays as written.</summary>
public static partial class Folding
{
    /// <summary>Ｈ２９　年度 becomes "H29 年度". NFKC comes from ICU; without ICU it would do nothing, which <see cref="IsAvailable"/> tells.</summary>
    public static string Fold(this string? text) =>
        WhiteSpace().Replace(WithoutInvalid(text ?? "").Normalize(NormalizationForm.FormKC), " ").Trim();

    /// <summary>Whether this process folds full-width letters: false when it runs without ICU.</summary>
    public static bool IsAvailable => "Ｈ２９".Fold() == "H29";

    // Normalize throws on half a surrogate pair and on U+FFFE, which a damaged workbook may hold.
    private static string WithoutInvalid(string text) =>
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
