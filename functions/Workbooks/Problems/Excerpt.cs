namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The beginning of a text that a workbook holds, to be quoted in a finding.</summary>
internal static class Excerpt
{
    private const int Longest = 100;

    /// <summary>
    /// At most 100 characters, the last one … when the text is longer, and nothing that a terminal would take for a command.
    /// </summary>
    public static string Of(string text) => Printable(text.Length <= Longest ? text : $"{text[..End(text)]}…");

    // Not between the two halves of one character.
    private static int End(string text) => char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;

    private static string Printable(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(c => IsControl(c) ? '\uFFFD' : c)) : text;

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
