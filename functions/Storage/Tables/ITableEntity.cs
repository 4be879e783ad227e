using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>One row of a table; a type of your own needs a parameterless constructor and settable properties.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
