using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>How many bytes a row has on the wire, where a Japanese character is written as six (\u5ddd). That is more than the service counts, which is UTF-16.</summary>
internal static class RowSize
{
    private const int NameAndType = 40, OtherValue = 24, MostBytesOfACharacter = 6;

    /// <summary>An upper bound, from the lengths alone.</summary>
    public static long Estimate(TableEntity row) =>
        row.Columns().Sum(column => (long)NameAndType + column.Key.Length + (column.Value is string text ? text.Length : OtherValue)) * MostBytesOfACharacter;

    /// <summary>Its texts as they are escaped.</summary>
    public static long Of(TableEntity row) =>
        row.Columns().Sum(column => (long)NameAndType + column.Key.Length + (column.Value is string text ? JavaScriptEncoder.Default.Encode(text).Length : OtherValue));
}
