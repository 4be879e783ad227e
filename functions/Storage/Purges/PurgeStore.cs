using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Purges;

/// <summary>Stores purges (requests to delete personal data), one row each, in the table Publications.</summary>
public sealed class PurgeStore(CityStorage storage)
{
    private const string Partition = "purge";

    public async Task<Purge> AddAsync(Purge purge, CancellationToken cancellation) =>
        purge with { Version = await storage.Publications.AddNewAsync(ToEntity(purge), cancellation) };

    public async Task<WriteOutcome<Purge>> UpdateAsync(Purge purge, CancellationToken cancellation) =>
        (await storage.Publications.TryUpdateAsync(ToEntity(purge), purge.Version, cancellation))
            .Map(version => purge with { Version = version });

    public async Task<Purge?> FindAsync(string id, CancellationToken cancellation) =>
        PublicationStore.IsId(id) && await storage.Publications.FindAsync(Partition, id, cancellation) is { } found
            ? FromEntity(found)
            : null;

    /// <summary>Lists the purges that were requested and are not complete, oldest first.</summary>
    public async Task<IReadOnlyList<Purge>> UnfinishedAsync(CancellationToken cancellation) =>
        [.. (await ListAsync($"PartitionKey eq {Partition} and State eq {nameof(PurgeState.Requested)}", cancellation))
            .OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>Lists all purges, newest first.</summary>
    public async Task<IReadOnlyList<Purge>> HistoryAsync(CancellationToken cancellation) =>
        [.. (await ListAsync($"PartitionKey eq {Partition}", cancellation)).OrderByDescending(p => p.Id, StringComparer.Ordinal)];

    private async Task<List<Purge>> ListAsync(FormattableString filter, CancellationToken cancellation) =>
        await storage.Publications.QueryAsync(filter, cancellation).Select(FromEntity).ToListAsync(cancellation);

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
        e.RowKey, e.Require<PurgeState>("State"), e.Require("What"), e.Require("Who"), e.RequireTime("RequestedAt"))
    {
        FinishedAt = e.Time("FinishedAt"),
        Message = e.Text("Message"),
        Version = e.Version(),
    };
}
