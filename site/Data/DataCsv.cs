using CsvHelper;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A table as CSV: UTF-8 with BOM, CRLF, header in the first row, numbers bare, blank for nothing. Text that a spreadsheet
/// would take for a formula is preceded by an apostrophe.
/// </summary>
internal static class DataCsv
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    public static byte[] Write(FlatTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            WriteRow(csv, table.Columns);
            foreach (var row in table.Rows)
                WriteRow(csv, row);
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<object?> values)
    {
        foreach (var value in values)
            csv.WriteField(value is string text ? Escaped(text) : value);
        csv.EndRecord();
    }

    // The library escapes = + - @. Japanese Excel takes their full-width forms for the beginning of a formula as well.
    private static string Escaped(string text) => text is ['＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
}
