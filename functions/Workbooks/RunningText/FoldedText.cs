using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// A text that is normalized (NFKC) character by character, with the position in the original text of each resulting character, so that
/// parts of it can be quoted as they were written.
/// </summary>
internal sealed class FoldedText
{
    // The maximum length of a base character with its combining marks, such as か and ゛. Longer sequences do not occur in practice.
    private const int LongestSign = 4;

    private readonly string printed;
    private readonly List<int> origins;

    public FoldedText(string printed)
    {
        (this.printed, origins) = (printed, new(printed.Length + 1));
        var folded = new StringBuilder(printed.Length);
        for (var at = 0; at < printed.Length;)
        {
            var length = SignAt(at);
            if (length == 1 && CommonSign(printed[at]) is { } common)
            {
                folded.Append(common);
                origins.Add(at++);
                continue;
            }

            var sign = Fold(printed.Substring(at, length));
            folded.Append(sign);
            origins.AddRange(Enumerable.Repeat(at, sign.Length));
            at += length;
        }

        origins.Add(printed.Length);
        Text = folded.ToString();
    }

    public string Text { get; }

    /// <summary>Returns the original text of a range of the normalized text, trimmed.</summary>
    public string Printed(int start, int end) => printed[origins[start]..origins[end]].Trim();

    private int SignAt(int at)
    {
        var length = char.IsSurrogatePair(printed, at) ? 2 : 1;
        while (at + length < printed.Length && length < LongestSign && IsMark(printed[at + length]))
            length++;
        return length;
    }

    // U+FF9E and U+FF9F are the voicing marks (゛ and ゜) of half-width kana.
    private static bool IsMark(char c) =>
        c is '\uFF9E' or '\uFF9F' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // Line breaks stay line breaks and are not converted to spaces, because the tokenizer distinguishes them.
    private static char? CommonSign(char c) => c switch
    {
        '\n' => '\n',
        ' ' or '\u3000' => ' ',
        _ => Folding.CommonSign(c) is { } sign and not ' ' ? sign : null,
    };

    private static string Fold(string written)
    {
        var sign = LookalikeCharacters.Resolve(written);
        if (sign.Length == 0)
            return sign;
        if (string.IsNullOrWhiteSpace(sign))
            return sign[0] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' ? "\n" : " ";
        // Returns surrogates and U+FFFE unchanged, because Normalize throws on U+FFFE and on a surrogate without its other half.
        if (sign.Any(c => c == '\uFFFE' || char.IsSurrogate(c)))
            return sign;
        var folded = sign.Normalize(NormalizationForm.FormKC);
        return folded.Length == 0 || (!IsWidthForm(sign[0]) && folded.Any(IsGrammar)) ? sign : folded;
    }

    // Only full-width and half-width forms may become digits, brackets and other punctuation by which the tokenizer splits the text. Any
    // other compatibility character that NFKC would convert to such signs stays unchanged: ① is not 1, ㎡ is not m2, and ㈱ contains no
    // bracket. ㍻ becomes 平成, which contains none.
    private static bool IsWidthForm(char c) => c is (>= '\uFE10' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFFEF');

    private static bool IsGrammar(char c) => char.IsAsciiDigit(c) || c is '(' or ')' or '/' or '.' or ',' or ':' or ' ';
}
