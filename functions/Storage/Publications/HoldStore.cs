using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>Stores the hold as a single row of the table Publications, which exists only while publishing is on hold.</summary>
public sealed class HoldStore(CityStorage storage)
{
    private const string Partition = "hold", Row = "hold";

    public async Task<Hold?> FindAsync(CancellationToken cancellation) =>
        await storage.Publications.FindAsync(Partition, Row, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>Sets the hold; the hold of a later restore replaces an earlier one.</summary>
    public Task SetAsync(Hold hold, CancellationToken cancellation) => storage.Publications.PutAsync(ToEntity(hold), cancellation);

    /// <summary>Lifts a hold that was read before.</summary>
    /// <returns>False if another hold has replaced it since; that one stays.</returns>
    public Task<bool> TryLiftAsync(Hold hold, CancellationToken cancellation) =>
        storage.Publications.TryRemoveAsync(Partition, Row, hold.Version, cancellation);

    private static TableEntity ToEntity(Hold hold) => new(Partition, Row)
    {
        ["Publication"] = hold.Publication,
        ["Restored"] = hold.Restored,
        ["Who"] = hold.Who,
        ["Since"] = hold.Since,
    };

    private static Hold FromEntity(TableEntity e) =>
        new(e.Require("Publication"), e.Require("Restored"), e.Require("Who"), e.RequireTime("Since"))
        {
            Version = e.Version(),
        };
}
