using System.Collections;
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

    public static byte[] Write<T>(IEnumerable<T> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            WriteRow(csv, ColumnNames(typeof(T)));
            foreach (var row in rows)
                WriteRow(csv, Values(row!));
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<object?> values)
    {
        foreach (var value in values)
            csv.WriteField(Cell(value));
        csv.EndRecord();
    }

    // The members of a row's source stand at its end, as columns of their own.
    private static IEnumerable<object?> Values(object row) => row.GetType().GetProperties().SelectMany(p =>
        p.GetValue(row) is DataSource source ? Values(source) : [p.GetValue(row)]);

    private static IEnumerable<string> ColumnNames(Type row) => row.GetProperties().SelectMany(p =>
        p.PropertyType == typeof(DataSource) ? ColumnNames(typeof(DataSource)).Select(name => "source" + char.ToUpperInvariant(name[0]) + name[1..]) : [CamelCase(p.Name)]);

    private static object? Cell(object? value) => value switch
    {
        string => value,
        Enum name => CamelCase(name.ToString()),
        IEnumerable items => string.Join('\n', items.Cast<object>()),
        _ => value,
    };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
