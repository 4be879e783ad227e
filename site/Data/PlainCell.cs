using System.Buffers;
using System.Globalization;
using System.Text;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A text as it stands in a cell of CSV and Excel. The national rules allow neither line breaks nor spaces that only lay it out, nor characters
/// that some machines lack: 「①」 is written (1), 「Ⅲ」 III. The JSON keeps the department's own characters.
/// </summary>
internal static class PlainCell
{
    private const int CircledOne = 0x2460, CircledTwenty = 0x2473;

    // 〓 is what Japanese printers set for a character that they do not have.
    private const string Missing = "〓";

    // Most texts are of these alone, and stand as they are.
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        [.. new[] { ('!', '~'), ('ぁ', 'ゖ'), ('ァ', 'ー'), ('一', '龥'), ('、', '。'), ('「', '』'), ('（', '）') }.SelectMany(r => Enumerable.Range(r.Item1, r.Item2 - r.Item1 + 1).Select(c => (char)c))]);

    public static string Of(string text) => !text.AsSpan().ContainsAnyExcept(PlainCharacters) ? text : Folded(string.Concat(text.EnumerateRunes().Select(Plain)));

    /// <summary>Whether some machines show a character as another one, or not at all.</summary>
    public static bool IsMachineDependent(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => true,
        _ => rune.Value is 0x2116 or 0x2121 or 0xFFFD or 0xFFFC or (>= 0x2150 and <= 0x218F) or (>= 0x2460 and <= 0x24FF) or (>= 0x2776 and <= 0x2793) or (>= 0x3200 and <= 0x33FF),
    };

    /// <summary>Whether a text has such a character; line breaks and tabs are another matter.</summary>
    public static bool HasMachineDependent(string text) => text.AsSpan().ContainsAnyExcept(PlainCharacters)
        && text.EnumerateRunes().Any(r => r.Value is not '\n' and not '\r' and not '\t' && IsMachineDependent(r));

    private static string Plain(Rune rune) => rune.Value switch
    {
        '\r' or '\n' or '\t' => " ",
        >= CircledOne and <= CircledTwenty => string.Create(CultureInfo.InvariantCulture, $"({rune.Value - CircledOne + 1})"),
        _ => IsMachineDependent(rune) ? Compatible(rune) : rune.ToString(),
    };

    // Directions, joiners and other invisible signs say nothing in a cell.
    private static string Compatible(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            return "";
        var folded = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned ? Missing : rune.ToString().Normalize(NormalizationForm.FormKC);
        return folded.EnumerateRunes().Any(IsMachineDependent) ? Missing : folded;
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
