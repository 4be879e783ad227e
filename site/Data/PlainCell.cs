using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A text as it stands in a cell of CSV and Excel. The national rules allow neither line breaks nor spaces that only lay it out, nor
/// characters that some machines lack: 「①」 is written (1), 「Ⅲ」 III. The JSON keeps the department's own characters.
/// </summary>
internal static class PlainCell
{
    private const int CircledOne = 0x2460, CircledTwenty = 0x2473;

    // 〓 is what Japanese printers set for a character that they do not have.
    private const string Missing = "〓";

    public static string Of(string text) =>
        MachineDependent.IsPlain(text) ? text : Folded(string.Concat(text.EnumerateRunes().Select(Plain)));

    private static string Plain(Rune rune) => rune.Value switch
    {
        '\r' or '\n' or '\t' => " ",
        >= CircledOne and <= CircledTwenty => string.Create(CultureInfo.InvariantCulture, $"({rune.Value - CircledOne + 1})"),
        _ => MachineDependent.Is(rune) ? Compatible(rune) : rune.ToString(),
    };

    // Directions, joiners and other invisible signs say nothing in a cell.
    private static string Compatible(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            return "";
        var folded = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned
            ? Missing
            : rune.ToString().Normalize(NormalizationForm.FormKC);
        return folded.EnumerateRunes().Any(MachineDependent.Is) ? Missing : folded;
    }

    // Runs of spaces become one, and none stands at an end. A Japanese space stays one.
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
