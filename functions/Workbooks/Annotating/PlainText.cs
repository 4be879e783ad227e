using System.Text;
using System.Xml;

namespace KawasakiServerless.Workbooks;

internal static class PlainText
{
    /// <summary>Without control characters but line breaks, and without anything XML cannot hold.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))))
                plain.Append(rune);
        }

        return plain.ToString();
    }
}
