using System.Buffers;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>
/// Checks the form of a cell's text, independent of its meaning. The checks must be cheap, because they run for every text of a workbook.
/// </summary>
internal static class TextForm
{
    private const int LongestSign = 8;

    private const string Other = "その他";

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \u3000\n\t");

    private static readonly SearchValues<char> Signs = SearchValues.Create("-‐‑―ー－–—−…‥・*＊×✕※．.△▲");

    private static readonly SearchValues<char> Marks = SearchValues.Create("、；;\n");

    /// <summary>
    /// Whether the text is formatted with white space: with line breaks, tabs, several spaces in a row, or spaces between three or more
    /// single letters.
    /// </summary>
    public static bool IsLaidOut(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(Spaces);
        if (first == 1 && AreSpaced(text))
            return true;
        for (var at = first; at >= 0 && at < text.Length - 1; at++)
        {
            if (text[at] is '\n' or '\t' || (Spaces.Contains(text[at]) && Spaces.Contains(text[at + 1])))
                return true;
        }

        return false;
    }

    public static bool IsSign(ReadOnlySpan<char> text) => text.Length is > 0 and <= LongestSign && !text.ContainsAnyExcept(Signs);

    public static bool IsList(ReadOnlySpan<char> text) => text.ContainsAny(Marks);

    /// <summary>Whether the text is その他 followed by details, as in その他（会場）.</summary>
    public static bool IsOtherWithDetails(string text) => text.Length > Other.Length && text.StartsWith(Other, StringComparison.Ordinal);

    // Whether the text consists of three or more single letters separated by spaces, such as 配 布 数.
    private static bool AreSpaced(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (at % 2 == 0 ? char.IsLetter(text[at]) : Spaces.Contains(text[at])))
            at++;
        return at == text.Length && at % 2 == 1 && at > 3;
    }
}
