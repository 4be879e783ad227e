using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// Writes lists for staff as CSV (CSV形式の一覧): with CRLF, every cell quoted, and an apostrophe before texts that a spreadsheet would
/// interpret as a formula.
/// </summary>
public static class Csv
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Returns UTF-8 with a byte order mark, by which Excel detects the encoding.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = string.Concat(rows.Select(row => $"{string.Join(',', row.Select(Cell))}\r\n"));
        return [.. WithMark.GetPreamble(), .. WithMark.GetBytes(text)];
    }

    private static string Cell(string? text)
    {
        var plain = PlainCharacters.Of((text ?? "").ReplaceLineEndings(" ").Replace('\t', ' '));
        return $"\"{Defused(plain).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Japanese Excel also accepts the full-width forms of these characters as the start of a formula, and ignores blanks before them.
    private static string Defused(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
}
