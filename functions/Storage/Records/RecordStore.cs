using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

/// <summary>Stores the records of submissions in the table Records: one partition per submission, one row per record.</summary>
public sealed class RecordStore(CityStorage storage)
{
    private const int MostTries = 5;

    // The maximum total size of a batch. It leaves a quarter of a transaction's limit for the URL, headers and keys that are sent with each
    // row.
    private const int MostBytes = RowRules.MostTransactionBytes * 3 / 4;

    /// <summary>Writes a submission's records in transactions of up to 100 rows. A repeated call overwrites the same rows.</summary>
    public Task WriteAsync(string submission, DepartmentRecords records, CancellationToken cancellation) =>
        WriteAsync(submission, Entities(submission, records), cancellation);

    /// <summary>Writes a submission's records, and deletes rows of an earlier attempt that have no counterpart in these records.</summary>
    public async Task WriteAgainAsync(string submission, DepartmentRecords records, CancellationToken cancellation)
    {
        var rows = Entities(submission, records).ToList();
        await WriteAsync(submission, rows, cancellation);
        await RemoveAllButAsync(submission, rows.Select(r => r.RowKey).ToHashSet(StringComparer.Ordinal), cancellation);
    }

    public async Task<DepartmentRecords> ReadAsync(string submission, CancellationToken cancellation)
    {
        var rows = storage.Records.QueryAsync($"PartitionKey eq {submission}", cancellation);
        return DepartmentRecords.Of(await rows.Select(RecordEntity.ToRecord).ToListAsync(cancellation));
    }

    /// <summary>
    /// Deletes all records of a submission, because it will never be the department's current one or because it is being purged.
    /// </summary>
    public Task RemoveAsync(string submission, CancellationToken cancellation) =>
        RemoveAllButAsync(submission, new HashSet<string>(StringComparer.Ordinal), cancellation);

    private async Task WriteAsync(string submission, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var batch in Batches(rows))
            await storage.Records.PutAllAsync(batch, cancellation);
    }

    // The deletion of a batch fails if one of its rows no longer exists, because another process deleted it or because an earlier attempt
    // succeeded and its response was lost. The remaining rows are then queried again and deleted.
    private async Task RemoveAllButAsync(string submission, HashSet<string> kept, CancellationToken cancellation)
    {
        for (var tries = 1; !await TryRemoveAsync(await RowsAsync(submission, kept, cancellation), cancellation); tries++)
        {
            if (tries == MostTries)
                throw new InvalidOperationException($"Another process keeps removing the records of {submission}.");
        }
    }

    private async Task<bool> TryRemoveAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var batch in rows.Chunk(RowRules.MostRows))
        {
            if (!await storage.Records.TryRemoveAllAsync(batch, cancellation))
                return false;
        }

        return true;
    }

    private async Task<List<TableEntity>> RowsAsync(string submission, HashSet<string> kept, CancellationToken cancellation) =>
        await storage.Records.QueryKeysAsync($"PartitionKey eq {submission}", cancellation)
            .Where(row => !kept.Contains(row.RowKey)).ToListAsync(cancellation);

    private static IEnumerable<TableEntity> Entities(string submission, DepartmentRecords records) =>
        records.All.GroupBy(r => r.GetRecordKind()).SelectMany(kind =>
            kind.Select((record, order) => RecordEntity.Of(record, submission,
                string.Create(CultureInfo.InvariantCulture, $"{kind.Key.Facts().Code}-{order + 1:D6}"))));

    private static IEnumerable<List<TableEntity>> Batches(IEnumerable<TableEntity> rows)
    {
        var (batch, bytes) = (new List<TableEntity>(), 0L);
        foreach (var row in rows)
        {
            var size = RowSize.Estimate(row);
            if (batch.Count == RowRules.MostRows || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
