using Azure;

namespace KawasakiServerless.Storage.Tables;

public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

public enum TableUpdateMode
{
    Merge,
    Replace,
}

/// <summary>One operation of a transaction.</summary>
/// <remarks>As in the official package, an update without an ETag is an upsert and a deletion without one unconditional.</remarks>
public sealed class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;
}
