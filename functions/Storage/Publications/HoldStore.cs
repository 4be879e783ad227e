using Azure;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Publications;

/// <summary>An earlier publication was put back, and nothing publishes until the coordinator lifts the hold; the next night would undo it.</summary>
/// <param name="Publication">Id of the publication that puts it back. It runs only while the hold names it.</param>
/// <param name="Restored">Id of the publication that is put back.</param>
public sealed record Hold(string Publication, string Restored, string Who, DateTimeOffset Since)
{
    public ETag ETag { get; init; }
}

/// <summary>The hold: one row of the table Publications, there or not.</summary>
public sealed class HoldStore(CityStorage storage)
{
    private const string Partition = "hold", Row = "hold";

    public async Task<Hold?> FindAsync(CancellationToken cancellation)
    {
        var found = await storage.Publications.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellation);
        return found.HasValue ? FromEntity(found.Value!) : null;
    }

    /// <summary>Holds; a later restore takes the place of an earlier one.</summary>
    public Task SetAsync(Hold hold, CancellationToken cancellation) => storage.Publications.UpsertEntityAsync(ToEntity(hold), TableUpdateMode.Replace, cancellation);

    /// <summary>Lifts a hold that was found.</summary>
    /// <returns>False when another took its place since, which stays.</returns>
    public async Task<bool> TryLiftAsync(Hold hold, CancellationToken cancellation)
    {
        try
        {
            await storage.Publications.DeleteEntityAsync(Partition, Row, hold.ETag, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    private static TableEntity ToEntity(Hold hold) => new(Partition, Row)
    {
        ["Publication"] = hold.Publication,
        ["Restored"] = hold.Restored,
        ["Who"] = hold.Who,
        ["Since"] = hold.Since,
    };

    private static Hold FromEntity(TableEntity e) => new(e.Require("Publication"), e.Require("Restored"), e.Require("Who"), e.GetDateTimeOffset("Since") ?? default) { ETag = e.ETag };
}
