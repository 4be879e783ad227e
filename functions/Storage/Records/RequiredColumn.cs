using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Records;

internal static class RequiredColumn
{
    /// <exception cref="InvalidDataException">The row lacks a column that every row of ours has.</exception>
    public static string Require(this TableEntity entity, string column) =>
        entity.GetString(column) ?? throw new InvalidDataException($"The row {entity.PartitionKey}/{entity.RowKey} has no {column}.");
}
