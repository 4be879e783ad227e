using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Converts a text for a cell of CSV and Excel. The national rules forbid line breaks, spaces used for layout, and platform-dependent
/// characters: 「①」 is written (1), 「Ⅲ」 III. The JSON keeps the department's own characters.
/// </summary>
internal static class PlainCell
{
    private const int CircledOne = 0x2460, CircledTwenty = 0x2473;

    // Japanese printers set 〓 in place of a character that they do not have.
    private const string Missing = "〓";

    public static string Of(string text) =>
        MachineDependent.IsPlain(text) ? text : Folded(string.Concat(text.EnumerateRunes().Select(Plain)));

    private static string Plain(Rune rune) => rune.Value switch
    {
        '\r' or '\n' or '\t' => " ",
        >= CircledOne and <= CircledTwenty => string.Create(CultureInfo.InvariantCulture, $"({rune.Value - CircledOne + 1})"),
        _ => MachineDependent.Is(rune) ? Compatible(rune) : rune.ToString(),
    };

    // Direction marks, joiners and other invisible characters have no meaning in a cell.
    private static string Compatible(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            return "";
        var folded = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned
            ? Missing
            : rune.ToString().Normalize(NormalizationForm.FormKC);
        return folded.EnumerateRunes().Any(MachineDependent.Is) ? Missing : folded;
    }

    // Collapses runs of spaces into one and trims both ends. A single full-width space is kept.
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
