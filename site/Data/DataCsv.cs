using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A table as CSV: UTF-8 with BOM, CRLF, header in the first row, numbers bare, blank for nothing. Text that a spreadsheet
/// would take for a formula is preceded by an apostrophe.
/// </summary>
internal static class DataCsv
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static byte[] Write<T>(IEnumerable<T> rows)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, Configuration))
        {
            WriteRow(csv, Columns(typeof(T)).Select(c => c.Name));
            foreach (var row in rows)
                WriteRow(csv, Cells(row!));
        }

        return bytes.ToArray();
    }

    /// <summary>The column names of a table, in order: those of its source stand at the end.</summary>
    public static IEnumerable<string> ColumnNames<T>() => Columns(typeof(T)).Select(c => c.Name);

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private static IEnumerable<string> Cells(object row) => row.GetType().GetProperties().SelectMany(p => p.GetValue(row) switch
    {
        DataSource source => Cells(source),
        var value => [Cell(value)],
    });

    private static IEnumerable<(string Name, Type Type)> Columns(Type row) => row.GetProperties().SelectMany(p =>
        p.PropertyType == typeof(DataSource) ? Columns(typeof(DataSource)).Select(c => ("source" + char.ToUpperInvariant(c.Name[0]) + c.Name[1..], c.Type)) : [(CamelCase(p), p.PropertyType)]);

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => FormulaSafe(text),
        bool flag => flag ? "true" : "false",
        Enum name => char.ToLowerInvariant(name.ToString()[0]) + name.ToString()[1..],
        IEnumerable items => FormulaSafe(string.Join('\n', items.Cast<object>().Select(Cell))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no place in a table."),
    };

    private static string FormulaSafe(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string CamelCase(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
