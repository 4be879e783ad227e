namespace KawasakiServerless.Storage.Tables;

/// <summary>What the service refuses in a transaction, told before anything is sent; the emulator does not always.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal static class TransactionRules
{
    private const int MostActions = 100;
    private const int MostBytes = 4 * 1024 * 1024;

    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        // The official package's exception for this one.
        if (actions.Count == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
        if (actions.Count > MostActions)
            throw new ArgumentException($"A transaction has at most {MostActions} actions; this one has {actions.Count}.", nameof(actions));
        foreach (var action in actions)
            EntityKeys.Check(action.Entity);
        if (actions.DistinctBy(a => a.Entity.PartitionKey).Count() > 1)
            throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
        if (actions.DistinctBy(a => a.Entity.RowKey).Count() < actions.Count)
            throw new ArgumentException("A transaction names each entity once.", nameof(actions));
    }

    public static void CheckSize(long bytes)
    {
        if (bytes > MostBytes)
            throw new ArgumentException($"A transaction has at most {MostBytes} bytes; this one has {bytes}.", nameof(bytes));
    }
}
