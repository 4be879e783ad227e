namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The beginning of a text from a workbook, for quoting in a finding.</summary>
internal static class Excerpt
{
    private const int Longest = 100;

    /// <summary>
    /// Returns at most 100 characters; a longer text is cut off and ends with …. Control characters other than \n and \t are replaced,
    /// because a terminal would interpret them, and so are characters that would reverse the direction of the text that quotes them.
    /// </summary>
    public static string Of(string text) => Printable(text.Length <= Longest ? text : $"{text[..End(text)]}…");

    // Where to cut a long text, so that a surrogate pair is not split.
    private static int End(string text) => char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;

    private static string Printable(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(c => IsControl(c) ? '\uFFFD' : c)) : text;

    private static bool IsControl(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
