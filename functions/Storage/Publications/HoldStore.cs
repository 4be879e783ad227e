using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The hold: one row of the table Publications, there or not.</summary>
public sealed class HoldStore(CityStorage storage)
{
    private const string Partition = "hold", Row = "hold";

    public async Task<Hold?> FindAsync(CancellationToken cancellation) =>
        await storage.Publications.FindAsync(Partition, Row, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>Holds; a later restore takes the place of an earlier one.</summary>
    public Task SetAsync(Hold hold, CancellationToken cancellation) => storage.Publications.PutAsync(ToEntity(hold), cancellation);

    /// <summary>Lifts a hold that was found.</summary>
    /// <returns>False when another took its place since, which stays.</returns>
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
