using Azure.Data.Tables;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Rows;

internal static class RowValues
{
    private static readonly HashSet<string> OfTheService = new(["PartitionKey", "RowKey", "Timestamp", "odata.etag"], StringComparer.Ordinal);

    /// <summary>The columns that are stored beside the keys: those without a value are not.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Columns(this TableEntity row) =>
        row.Where(column => column.Value is not null && !OfTheService.Contains(column.Key));

    public static StoredVersion Version(this TableEntity row) => new(row.ETag.ToString());

    /// <exception cref="InvalidDataException">The row lacks a column that every row of ours has.</exception>
    public static string Require(this TableEntity row, string column) =>
        row.GetString(column) ?? throw new InvalidDataException($"The row {row.PartitionKey}/{row.RowKey} has no {column}.");
}
