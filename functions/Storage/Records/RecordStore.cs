using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Records;

/// <summary>The records of submissions: one partition a submission, one typed row a record.</summary>
public sealed class RecordStore(CityStorage storage)
{
    // The service takes 100 operations and 4 MiB; a Japanese character travels as six bytes (\u5ddd).
    private const int MostOperations = 100, MostCharacters = 3 * 1024 * 1024 / 6;

    /// <summary>Writes a submission's records in transactions; repeating it writes the same rows again.</summary>
    public async Task WriteAsync(string submission, DepartmentRecords records, CancellationToken cancellation)
    {
        foreach (var batch in Batches(Entities(submission, records)))
            await storage.Records.SubmitTransactionAsync(batch, cancellation);
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
    public async Task RemoveAsync(string submission, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {submission}");
        var rows = new List<TableEntity>();
        await foreach (var entity in storage.Records.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            rows.Add(entity);
        foreach (var batch in rows.Chunk(MostOperations))
            await storage.Records.SubmitTransactionAsync(batch.Select(e => new TableTransactionAction(TableTransactionActionType.Delete, e)), cancellation);
    }

    private static IEnumerable<TableEntity> Entities(string submission, DepartmentRecords records) =>
        records.All.GroupBy(RecordEntity.KindOf, StringComparer.Ordinal).SelectMany(kind =>
            kind.Select((record, order) => RecordEntity.Of(record, submission, string.Create(CultureInfo.InvariantCulture, $"{kind.Key}-{order + 1:D6}"))));

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
