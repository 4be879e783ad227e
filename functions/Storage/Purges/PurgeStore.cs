using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Purges;

/// <summary>Purges: a row each, in the table Publications.</summary>
public sealed class PurgeStore(CityStorage storage)
{
    private const string Partition = "purge";

    public async Task<Purge> AddAsync(Purge purge, CancellationToken cancellation)
    {
        var response = await storage.Publications.AddEntityAsync(ToEntity(purge), cancellation);
        return purge with { ETag = response.Headers.ETag ?? default };
    }

    public async Task<Purge> UpdateAsync(Purge purge, CancellationToken cancellation)
    {
        var response = await storage.Publications.UpdateEntityAsync(ToEntity(purge), purge.ETag, TableUpdateMode.Replace, cancellation);
        return purge with { ETag = response.Headers.ETag ?? default };
    }

    public async Task<Purge?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = PublicationStore.IsId(id) ? await storage.Publications.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation) : null;
        return found is { HasValue: true } ? FromEntity(found.Value!) : null;
    }

    /// <summary>Those that are not done, oldest first.</summary>
    public async Task<IReadOnlyList<Purge>> UnfinishedAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and State eq {nameof(PurgeState.Requested)}");
        List<Purge> purges = [];
        await foreach (var row in storage.Publications.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            purges.Add(FromEntity(row));
        return [.. purges.OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    private static TableEntity ToEntity(Purge p) => new(Partition, p.Id)
    {
        ["State"] = p.State.ToString(),
        ["What"] = p.What,
        ["Who"] = p.Who,
        ["RequestedAt"] = p.RequestedAt,
        ["FinishedAt"] = p.FinishedAt,
        ["Message"] = p.Message,
    };

    private static Purge FromEntity(TableEntity e) => new(
        e.RowKey, Enum.Parse<PurgeState>(e.Require("State")), e.Require("What"), e.Require("Who"), e.GetDateTimeOffset("RequestedAt") ?? default)
    {
        FinishedAt = e.GetDateTimeOffset("FinishedAt"),
        Message = e.GetString("Message"),
        ETag = e.ETag,
    };
}
