using System.Buffers;
using System.Text;
using System.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

internal static class PlainText
{
    // Characters that are never removed or replaced. Most texts contain no others and are returned as they are. U+2028 and U+2029 are not
    // among them, because they are line breaks that are replaced by \n.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(
            ['\n', .. Range(' ', '~'), .. Range('\u00A0', '\u2027'), .. Range('\u202A', '\uD7FF'), .. Range('\uE000', '\uFFFD')]);

    /// <summary>
    /// Removes characters that XML cannot represent, and all control characters except line breaks. Every line break becomes \n.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))))
                plain.Append(rune);
        }

        return plain.ToString();
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
