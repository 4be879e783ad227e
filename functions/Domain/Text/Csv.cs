using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// Lists for staff as CSV (CSV形式の一覧): CRLF, every cell quoted, and what a spreadsheet would take for a formula preceded by an apostrophe.
/// </summary>
public static class Csv
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>UTF-8 with the mark by which Excel knows it.</summary>
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

    // Japanese Excel takes the full-width forms for the beginning of a formula as well, and blanks before it do not matter.
    private static string Defused(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
}
