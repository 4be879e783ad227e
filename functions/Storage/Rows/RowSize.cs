using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// How many bytes a row has on the wire, where a Japanese character is written as six (\u5ddd). That is more than the service counts, which
/// is UTF-16.
/// </summary>
internal static class RowSize
{
    // The address, the headers and the keys of a row within a transaction.
    private const int Envelope = 3_000;

    private const int NameAndType = 40, OtherValue = 24, MostBytesOfACharacter = 6;

    /// <summary>An upper bound, from the lengths alone.</summary>
    public static long Estimate(TableEntity row) => Sum(row, text => (long)text.Length * MostBytesOfACharacter);

    /// <summary>Its texts as they are escaped.</summary>
    public static long Of(TableEntity row) => Sum(row, text => JavaScriptEncoder.Default.Encode(text).Length);

    /// <summary>With what a transaction has around it.</summary>
    public static long InTransaction(TableEntity row) => Of(row) + Envelope;

    private static long Sum(TableEntity row, Func<string, long> bytesOf) =>
        row.Columns().Sum(column => NameAndType + column.Key.Length + (column.Value is string text ? bytesOf(text) : OtherValue));
}
