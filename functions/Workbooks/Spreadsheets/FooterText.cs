using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Recognizes a text that documents have below a table and that is no record: a note such as ※速報値, a source such as 出典：病院年報, or the
/// number of a page such as - 4 - or 1/2ページ.
/// </summary>
internal static partial class FooterText
{
    // A mark or 出典： is within the first characters, so a long text need not be normalized as a whole.
    private const int LongestNumber = 12, LongestMark = 20;

    public static bool Is(string text) => BeginsWithMark(text[..Math.Min(text.Length, LongestMark)]) || IsPageNumber(text);

    /// <summary>Whether a text is a footer or only a number, which where a text is expected is the number of a page.</summary>
    public static bool IsOrNumber(string text) => Is(text) || (text.Length <= LongestNumber && Number().IsMatch(text.Fold()));

    private static bool BeginsWithMark(string text) => NoteMark.IsAt(text) || Source().IsMatch(text.Fold());

    private static bool IsPageNumber(string text) => text.Length <= LongestNumber && Page().IsMatch(text.Fold());

    [GeneratedRegex("^[(\\[]?(?:出典|出所|資料)\\s?:")]
    private static partial Regex Source();

    [GeneratedRegex(
        @"^(?:[-‐‑–—―−ー]\s?[0-9]{1,3}\s?[-‐‑–—―−ー]|[0-9]{1,3}\s?/\s?[0-9]{1,3}|"
        + @"(?:[0-9]{1,3}\s?/\s?)?[0-9]{1,3}\s?(?:ページ|頁)目?|[pP][.]?\s?[0-9]{1,3})$")]
    private static partial Regex Page();

    [GeneratedRegex("^[0-9]{1,3}$")]
    private static partial Regex Number();
}
