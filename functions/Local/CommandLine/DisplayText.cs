using System.Globalization;
using System.Text;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// Formats texts for a terminal, in which kana and kanji are two columns wide (Unicode Standard Annex #11, East Asian Width).
/// </summary>
internal static class DisplayText
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    private static readonly char[] Opening = [.. "（「『【〔《〈(["];

    private const string Closing = "、。，．：；？！）」』】〕》〉)]ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>
    /// Replaces line breaks and control characters by spaces, so that the text stays on one line and the terminal does not interpret it.
    /// </summary>
    public static string Line(string text) => string.Concat(text.EnumerateRunes()
        .Select(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator ? " " : r.ToString()));

    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - WidthOf(text)));

    /// <summary>Truncates a text to a width in columns. A truncated text ends with ….</summary>
    public static string Cut(string text, int width)
    {
        if (WidthOf(text) <= width)
            return text;
        var (kept, left) = (new StringBuilder(), width - 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((left -= WidthOf(rune)) < 0)
                break;
            kept.Append(rune);
        }

        return $"{kept}…";
    }

    /// <summary>
    /// Wraps a text at a width in columns. No line ends with an opening bracket, or begins with a closing bracket, a punctuation mark, a
    /// small kana, ー or 々. Characters that must not begin a line are appended to the line before, even if it becomes wider than the given
    /// width.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var (lines, line, used) = (new List<string>(), new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + WidthOf(rune) > width && !Closing.Contains(rune.ToString(), StringComparison.Ordinal))
            {
                var full = line.ToString();
                var kept = full.TrimEnd(Opening);
                lines.Add(kept);
                used = WidthOf(line.Clear().Append(full[kept.Length..]).ToString());
            }

            line.Append(rune);
            used += WidthOf(rune);
        }

        return [.. lines, line.ToString()];
    }

    private static int WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => Array.Exists(Wide, w => rune.Value >= w.First && rune.Value <= w.Last) ? 2 : 1,
    };
}
