using System.Globalization;
using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Which submission of a department counts.</summary>
public sealed record CurrentPointer(string Department, string Submission, string Sha256, DateTimeOffset SubmittedAt, ETag ETag)
{
    /// <summary>
    /// How many records it holds, so that one query tells how large the year's report is; null where an earlier version of the app moved
    /// it.
    /// </summary>
    public int? Records { get; init; }
}

/// <summary>The current pointers. Readers follow them alone: nothing of a submission shows before its pointer moves, everything at once when it does.</summary>
public sealed class CurrentStore(CityStorage storage)
{
    public async Task<CurrentPointer?> FindAsync(FiscalYear year, string department, CancellationToken cancellation)
    {
        var found = await storage.Current.GetEntityIfExistsAsync<TableEntity>(PartitionOf(year), department, cancellationToken: cancellation);
        return found.HasValue ? FromEntity(found.Value!) : null;
    }

    public async Task<IReadOnlyList<CurrentPointer>> OfYearAsync(FiscalYear year, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(year)}");
        var pointers = new List<CurrentPointer>();
        await foreach (var entity in storage.Current.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            pointers.Add(FromEntity(entity));
        return pointers;
    }

    /// <summary>Moves the pointer if it still is as it was when the submission arrived.</summary>
    /// <param name="expected">Null when there was no pointer.</param>
    /// <returns>False when somebody else has moved it since.</returns>
    public async Task<bool> TryMoveAsync(FiscalYear year, CurrentPointer pointer, ETag? expected, CancellationToken cancellation)
    {
        var entity = ToEntity(year, pointer);
        try
        {
            await (expected is { } etag
                ? storage.Current.UpdateEntityAsync(entity, etag, TableUpdateMode.Replace, cancellation)
                : storage.Current.AddEntityAsync(entity, cancellation));
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes the pointer away, unless somebody has moved it since it was read.</summary>
    public async Task RemoveAsync(FiscalYear year, CurrentPointer pointer, CancellationToken cancellation)
    {
        try
        {
            await storage.Current.DeleteEntityAsync(PartitionOf(year), pointer.Department, pointer.ETag, cancellation);
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 412)
        {
            // What counts now is another submission, or none: our own deletion, perhaps, whose answer was lost.
        }
    }

    private static string PartitionOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);

    private static TableEntity ToEntity(FiscalYear year, CurrentPointer pointer) => new(PartitionOf(year), pointer.Department)
    {
        ["Submission"] = pointer.Submission,
        ["Sha256"] = pointer.Sha256,
        ["SubmittedAt"] = pointer.SubmittedAt,
        ["Records"] = pointer.Records,
    };

    private static CurrentPointer FromEntity(TableEntity e) => new(
        e.RowKey, e.Require("Submission"), e.Require("Sha256"), e.GetDateTimeOffset("SubmittedAt") ?? default, e.ETag)
    {
        Records = e.GetInt32("Records"),
    };
}
