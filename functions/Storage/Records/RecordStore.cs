using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Records;

/// <summary>The records of submissions: one partition a submission, one typed row a record.</summary>
public sealed class RecordStore(CityStorage storage)
{
    // The service takes 100 operations and 4 MiB; a Japanese character travels as six bytes (\u5ddd).
    private const int MostOperations = 100, MostCharacters = 3 * 1024 * 1024 / 6, MostAttempts = 5;

    /// <summary>Writes a submission's records in transactions; repeating it writes the same rows again.</summary>
    public Task WriteAsync(string submission, DepartmentRecords records, CancellationToken cancellation) => WriteAsync(submission, Entities(submission, records), cancellation);

    /// <summary>Writes a submission's records, and leaves none of an earlier attempt that wrote more.</summary>
    public async Task WriteAgainAsync(string submission, DepartmentRecords records, CancellationToken cancellation)
    {
        var rows = Entities(submission, records).ToList();
        await WriteAsync(submission, rows, cancellation);
        await RemoveAllButAsync(submission, rows.Select(r => r.RowKey).ToHashSet(StringComparer.Ordinal), cancellation);
    }

    public async Task<DepartmentRecords> ReadAsync(string submission, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {submission}");
        var records = new List<Record>();
        await foreach (var entity in storage.Records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            records.Add(RecordEntity.ToRecord(entity));
        return DepartmentRecords.Of(records);
    }

    /// <summary>Removes the rows of a submission that never counted.</summary>
    public Task RemoveAsync(string submission, CancellationToken cancellation) =>
        RemoveAllButAsync(submission, new HashSet<string>(StringComparer.Ordinal), cancellation);

    private async Task WriteAsync(string submission, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var batch in Batches(rows))
            await storage.Records.SubmitTransactionAsync(batch, cancellation);
    }

    private async Task RemoveAllButAsync(string submission, HashSet<string> kept, CancellationToken cancellation)
    {
        for (var attempt = 1; !await TryRemoveAsync(await RowsAsync(submission, kept, cancellation), attempt, cancellation);)
            attempt++;
    }

    /// <returns>False when a row was gone already: another process removed it, or a first try whose answer was lost.</returns>
    private async Task<bool> TryRemoveAsync(IReadOnlyList<TableEntity> rows, int attempt, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in rows.Chunk(MostOperations))
                await storage.Records.SubmitTransactionAsync(batch.Select(e => new TableTransactionAction(TableTransactionActionType.Delete, e)), cancellation);
            return true;
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404 && attempt < MostAttempts)
        {
            return false;
        }
    }

    private async Task<List<TableEntity>> RowsAsync(string submission, HashSet<string> kept, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {submission}");
        var rows = new List<TableEntity>();
        await foreach (var entity in storage.Records.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (!kept.Contains(entity.RowKey))
                rows.Add(entity);
        }

        return rows;
    }

    private static IEnumerable<TableEntity> Entities(string submission, DepartmentRecords records) =>
        records.All.GroupBy(RecordEntity.KindOf, StringComparer.Ordinal).SelectMany(kind =>
            kind.Select((record, order) => ServiceLimits.Checked(RecordEntity.Of(record, submission, string.Create(CultureInfo.InvariantCulture, $"{kind.Key}-{order + 1:D6}")))));

    private static IEnumerable<List<TableTransactionAction>> Batches(IEnumerable<TableEntity> entities)
    {
        var batch = new List<TableTransactionAction>();
        var characters = 0;
        foreach (var entity in entities)
        {
            var size = RecordEntity.Characters(entity);
            if (batch.Count == MostOperations || (batch.Count > 0 && characters + size > MostCharacters))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(new(TableTransactionActionType.UpsertReplace, entity));
            characters += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
