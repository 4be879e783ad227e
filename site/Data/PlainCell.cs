using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Converts a text for a cell of CSV and Excel. The national rules of machine-readability forbid line breaks, spaces used for layout, and
/// platform-dependent characters: for example, 「①」 becomes (1), 「Ⅲ」 becomes III. The JSON contains the text as the department wrote it.
/// </summary>
internal static class PlainCell
{
    private const int CircledOne = 0x2460, CircledTwenty = 0x2473;

    // Replaces a character that cannot be converted. Japanese typesetters use 〓 in place of a character that they do not have.
    private const string Missing = "〓";

    public static string Of(string text) =>
        MachineDependent.IsPlain(text) ? text : Folded(string.Concat(text.EnumerateRunes().Select(Plain)));

    private static string Plain(Rune rune) => rune.Value switch
    {
        '\r' or '\n' or '\t' => " ",
        >= CircledOne and <= CircledTwenty => string.Create(CultureInfo.InvariantCulture, $"({rune.Value - CircledOne + 1})"),
        _ => MachineDependent.Is(rune) ? Compatible(rune) : rune.ToString(),
    };

    // Replaces a platform-dependent character by its NFKC form or, if that is platform-dependent too, by 〓. Direction marks, joiners and
    // other invisible characters are removed, because they have no meaning in a cell.
    private static string Compatible(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            return "";
        var folded = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned
            ? Missing
            : rune.ToString().Normalize(NormalizationForm.FormKC);
        return folded.EnumerateRunes().Any(MachineDependent.Is) ? Missing : folded;
    }

    // Trims both ends and keeps only the first of consecutive white-space characters. A single full-width space stays unchanged.
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (!char.IsWhiteSpace(c) || !char.IsWhiteSpace(folded[^1]))
                folded.Append(c);
        }

        return folded.ToString();
    }
}
