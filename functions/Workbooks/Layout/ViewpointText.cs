using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Reads the forms in which departments write the number and the title of a viewpoint.</summary>
internal static partial class ViewpointText
{
    private static readonly string[] Kanji = ["一", "二", "三", "四", "五", "六", "七", "八", "九"], Roman = ["I", "II", "III", "IV", "V"];

    /// <summary>
    /// Reduces forms such as 視点1「…」, (1)…, 1.…, Ⅰ or 視点一 to the digit and the title, such as 1意識の醸成と参加・活動の促進. A text without a number is
    /// returned as it is.
    /// </summary>
    /// <param name="folded">The text, normalized by FoldHeader.</param>
    public static string Plain(string folded) => Numbered().Match(folded) is { Success: true } match
        ? $"{Digit(match.Groups[1].Value)}{folded[match.Length..].Trim('「', '」')}"
        : folded;

    /// <summary>
    /// Returns the number of a heading such as 視点1「…」, ■視点Ⅱ, 【視点3】 or 第4視点 as a digit; null for any other text, such as 視点1の取組として講座を開催.
    /// </summary>
    public static string? NumberOfHeading(string folded) => Heading().Match(folded) is { Success: true } match
        ? Digit(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
        : null;

    private static string Digit(string written) =>
        Math.Max(Array.IndexOf(Kanji, written), Array.IndexOf(Roman, written)) is >= 0 and var index ? $"{index + 1}" : written;

    [GeneratedRegex(@"^(?:視点)?\(?([1-9]|[IV]{1,3}|[一二三四五六七八九])\)?[.:、・]?(?![0-9の体])")]
    private static partial Regex Numbered();

    // A particle after the number means that the text is an item and not a heading.
    [GeneratedRegex(@"^[■●◆◇□○【(<〈《〔\[]?(?:視点\(?([1-9]|[IV]{1,3}|[一二三四五六七八九])|第([1-9一二三四五六七八九])(?:の)?視点)(?![0-9のはにをがとでへやも])")]
    private static partial Regex Heading();
}
