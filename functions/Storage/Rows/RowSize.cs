using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Computes the size of a row in a request, where a Japanese character takes six bytes (\u5ddd). That is more than the size that the
/// service counts, which is in UTF-16.
/// </summary>
internal static class RowSize
{
    // The URL, the headers and the keys of a row within a transaction.
    private const int Envelope = 3_000;

    private const int NameAndType = 40, OtherValue = 24, MostBytesOfACharacter = 6;

    /// <summary>Returns an upper bound, computed from text lengths only.</summary>
    public static long Estimate(TableEntity row) => Sum(row, text => (long)text.Length * MostBytesOfACharacter);

    /// <summary>Returns the size with all texts as JSON escapes them.</summary>
    public static long Of(TableEntity row) => Sum(row, text => JavaScriptEncoder.Default.Encode(text).Length);

    /// <summary>Returns the size including the transaction's overhead per row.</summary>
    public static long InTransaction(TableEntity row) => Of(row) + Envelope;

    private static long Sum(TableEntity row, Func<string, long> bytesOf) =>
        row.Columns().Sum(column => NameAndType + column.Key.Length + (column.Value is string text ? bytesOf(text) : OtherValue));
}
