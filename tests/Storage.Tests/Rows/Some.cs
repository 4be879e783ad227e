using Azure.Core.Pipeline;
using Azure.Data.Tables;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Tests.Rows;

internal static class Some
{
    public static string TableName => $"t{Guid.NewGuid():N}";

    public static TableEntity Row(string row = "r", string partition = "p") => new(partition, row) { ["Title"] = "市民の森", ["Count"] = 3 };

    public static IReadOnlyList<TableEntity> Rows(int count, string partition = "p") =>
        [.. Enumerable.Range(0, count).Select(i => Row($"{i:D6}", partition))];

    public static async Task<RowTable> TableAsync(SharedAzurite azurite)
    {
        var table = Table(azurite, TableName, new SocketsHttpHandler());
        await table.CreateAsync(default);
        return table;
    }

    /// <summary>
    /// The same table over another HTTP handler. The SDK repeats failed requests as usual, but waits only a millisecond in between.
    /// </summary>
    public static RowTable Over(this RowTable table, SharedAzurite azurite, HttpMessageHandler network) =>
        Table(azurite, table.Client.Name, network);

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }

    private static RowTable Table(SharedAzurite azurite, string name, HttpMessageHandler network)
    {
        var options = new TableClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(network)),
            Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        };
        return new(new TableClient(azurite.ConnectionString, name, options), TimeSpan.FromMilliseconds(1));
    }
}
