using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Parses a CSV file for the machine-readability checks. CSV has only texts, so numbers are recognized by their characters.
/// </summary>
internal static class CsvOpener
{
    public static OpenedFile Open(string name, byte[] bytes)
    {
        var bom = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var content = bom ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
        if (!Utf8.IsValid(content.Span))
            return new(name, []) { EncodingFaults = [$"{name}はUTF-8ではありません。"] };
        var marks = CsvMarks.Of(content.Span);
        return new(name, [new(Path.GetFileNameWithoutExtension(name), Rows(content))])
        {
            QuoteFaults = marks.HasStrayQuote ? [$"{name}の引用符が、値の途中にあるか、閉じられていません。"] : [],
            EncodingFaults =
            [
                .. bom ? Array.Empty<string>() : [$"{name}の始めに、UTF-8と分かる印（BOM）がありません。"],
                .. marks.HasBareLineEnd ? [$"{name}の行の終わりがCRLFではありません。"] : Array.Empty<string>(),
            ],
        };
    }

    private static IReadOnlyList<IReadOnlyList<OpenedCell>> Rows(ReadOnlyMemory<byte> content)
    {
        using var csv = CsvReader.Create(content, CsvReaderOptions.Default with { HasHeader = false });
        var rows = new OpenedRows();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(Cell)]);
        return rows.All;
    }

    private static OpenedCell Cell(string text)
    {
        if (IsNumber(text))
            return new(text, CellKind.Number);
        // A text that begins with one of these characters would be executed as a formula when a spreadsheet program opens the file.
        if (text.Length > 1 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            return new(text, CellKind.Formula);
        return text is "true" or "false" ? new(text, CellKind.Truth) : OpenedCell.OfText(text);
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            && text[0] != '+';
}
