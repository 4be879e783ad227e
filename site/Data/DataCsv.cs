using CsvHelper;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes a table as CSV: UTF-8 with BOM, CRLF, the header in the first row, numbers without separators, null as an empty field. Text that
/// a spreadsheet would interpret as a formula is prefixed with an apostrophe.
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

    // CsvWriter escapes texts that begin with = + - or @. Japanese Excel also interprets their full-width forms as the beginning of a
    // formula.
    private static string Escaped(string text) => text is ['＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
}
