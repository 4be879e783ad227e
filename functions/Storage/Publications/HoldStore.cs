using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Stores the hold, which suspends publishing from the moment the coordinator requests that an earlier publication be restored, as a single
/// row of the table Publications. The row exists only while the hold is in force.
/// </summary>
public sealed class HoldStore(CityStorage storage)
{
    private const string Partition = "hold", Row = "hold";

    public async Task<Hold?> FindAsync(CancellationToken cancellation) =>
        await storage.Publications.FindAsync(Partition, Row, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>
    /// Suspends publishing by storing the hold, but only if the hold in force is still the one that was read (compare-and-swap).
    /// </summary>
    /// <param name="hold">The new hold.</param>
    /// <param name="read">The hold that the new one replaces; null if there was none.</param>
    /// <param name="cancellation">Cancels the request. Storage may nevertheless have written the row.</param>
    /// <returns>False if another person has set or lifted a hold since <paramref name="read"/> was read; nothing is stored then.</returns>
    public async Task<bool> TrySetAsync(Hold hold, Hold? read, CancellationToken cancellation) => read is null
        ? await storage.Publications.AddOnceAsync(ToEntity(hold), cancellation) is Added
        : await storage.Publications.TryUpdateAsync(ToEntity(hold), read.Version, cancellation) is Written<StoredVersion>;

    /// <summary>Ends the suspension of publishing by deleting the row of the given hold.</summary>
    /// <returns>False if another restore has set a new hold since the given one was read; the new hold remains in force.</returns>
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
