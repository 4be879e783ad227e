using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Computes the size of a row in a JSON request, where a Japanese character takes six bytes (\u5ddd). The service itself counts two bytes
/// per character (UTF-16), so a row that is small enough here is small enough for the service.
/// </summary>
internal static class RowSize
{
    // Bytes that a transaction needs for each row in addition to its columns: URL, headers and keys.
    private const int Envelope = 3_000;

    private const int NameAndType = 40, OtherValue = 24, MostBytesOfACharacter = 6;

    /// <summary>Returns an upper bound of the size. It is computed from the lengths of the texts alone, which is fast.</summary>
    public static long Estimate(TableEntity row) => Sum(row, text => (long)text.Length * MostBytesOfACharacter);

    /// <summary>
    /// Returns the size with the exact length of all texts as escaped in JSON; names, types and other values are estimated.
    /// </summary>
    public static long Of(TableEntity row) => Sum(row, text => JavaScriptEncoder.Default.Encode(text).Length);

    /// <summary>Returns the size that the row takes in a transaction.</summary>
    public static long InTransaction(TableEntity row) => Of(row) + Envelope;

    private static long Sum(TableEntity row, Func<string, long> bytesOf) =>
        row.Columns().Sum(column => NameAndType + column.Key.Length + (column.Value is string text ? bytesOf(text) : OtherValue));
}
