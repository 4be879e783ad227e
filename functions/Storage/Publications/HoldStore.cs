using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Stores the hold, which suspends publishing from the moment the coordinator requests that an earlier publication be restored, as a single
/// row of the table Publications. When the hold is lifted, the row is marked and then deleted; a marked row, which a crash in between may
/// leave, is no hold.
/// </summary>
public sealed class HoldStore(CityStorage storage)
{
    private const string Partition = "hold", Row = "hold", LiftedBy = "LiftedBy";

    public async Task<Hold?> FindAsync(CancellationToken cancellation) =>
        await FindRowAsync(cancellation) is { } found && !IsLifted(found) ? FromEntity(found) : null;

    /// <summary>
    /// Suspends publishing by storing the hold, but only if the hold in force is still the one that was read (compare-and-swap).
    /// </summary>
    /// <param name="hold">The new hold.</param>
    /// <param name="read">The hold that the new one replaces; null if there was none.</param>
    /// <param name="cancellation">Cancels the request. Storage may nevertheless have written the row.</param>
    /// <returns>False if another person has set or lifted a hold since <paramref name="read"/> was read; nothing is stored then.</returns>
    public async Task<bool> TrySetAsync(Hold hold, Hold? read, CancellationToken cancellation) => read is null
        ? await TryAddAsync(hold, cancellation)
        : await TryUpdateAsync(ToEntity(hold), read.Version, cancellation) is not null;

    /// <summary>Ends the suspension of publishing by the given hold.</summary>
    /// <param name="hold">The hold as it was read.</param>
    /// <param name="lift">Identifies this attempt. It is stored in the row before the row is deleted: if the response is lost, it shows
    /// whether this attempt or another person has lifted the hold.</param>
    /// <param name="cancellation">Cancels the requests. The hold may nevertheless be lifted.</param>
    /// <returns>True only if this call has lifted the hold; false if another person has lifted it, or has set a new one, since it was
    /// read.</returns>
    public async Task<bool> TryLiftAsync(Hold hold, string lift, CancellationToken cancellation)
    {
        var row = ToEntity(hold);
        row[LiftedBy] = lift;
        if (await TryUpdateAsync(row, hold.Version, cancellation) is not { } marked)
            return false;
        await storage.Publications.TryRemoveAsync(Partition, Row, marked, cancellation);
        return true;
    }

    private Task<TableEntity?> FindRowAsync(CancellationToken cancellation) =>
        storage.Publications.FindAsync(Partition, Row, cancellation);

    private async Task<bool> TryAddAsync(Hold hold, CancellationToken cancellation)
    {
        while (true)
        {
            if (await storage.Publications.AddOnceAsync(ToEntity(hold), cancellation) is Added)
                return true;
            // Another process may delete the marked row in this moment; then the hold can be added.
            if (await FindRowAsync(cancellation) is { } found)
                return IsLifted(found) && await TryUpdateAsync(ToEntity(hold), found.Version(), cancellation) is not null;
        }
    }

    private async Task<StoredVersion?> TryUpdateAsync(TableEntity row, StoredVersion read, CancellationToken cancellation) =>
        await storage.Publications.TryUpdateAsync(row, read, cancellation) is Written<StoredVersion>(var version) ? version : null;

    private static bool IsLifted(TableEntity row) => row.Text(LiftedBy) is not null;

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
