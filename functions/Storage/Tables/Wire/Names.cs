namespace KawasakiServerless.Storage.Tables;

internal static class Names
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string TypeSuffix = "@odata.type";

    /// <summary>Given by the service, never sent.</summary>
    public static bool IsOfTheService(string name) => name is Timestamp || name.StartsWith("odata.", StringComparison.Ordinal);
}
