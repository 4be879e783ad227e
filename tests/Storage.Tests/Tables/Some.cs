using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

internal static class Some
{
    public static string TableName => $"t{Guid.NewGuid():N}";

    public static TableEntity Entity(string partition = "p", string row = "r") => new(partition, row) { ["Title"] = "市民の森", ["Count"] = 3 };

    public static TableTransactionAction Add(string row, string partition = "p") => new(TableTransactionActionType.Add, Entity(partition, row));

    public static async Task<TableClient> TableAsync(SharedAzurite azurite)
    {
        var table = new TableClient(azurite.ConnectionString, TableName);
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }
}
