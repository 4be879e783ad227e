using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Reads and writes the rows of one table. If the response to a write is lost, the SDK retries the request, which then fails because of its
/// own first attempt: an add with 409, a conditional update with 412. This class detects these cases, so callers need not: it reads the
/// row, and if the row is exactly as sent, treats the write as successful.
/// </summary>
/// <param name="table">The table's client, whose pipeline retries failed requests.</param>
/// <param name="retryDelay">The delay before a failed transaction is sent again, as in <see cref="RowTransactions"/>.</param>
internal sealed class RowTable(TableClient table, TimeSpan retryDelay)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    private readonly RowTransactions transactions = new(table, retryDelay);

    public TableClient Client => table;

    public Task CreateAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(() => table.CreateIfNotExistsAsync(cancellation), cancellation);

    /// <returns>Null if the row does not exist.</returns>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        RowRules.CheckKeys(partition, row);
        return StorageCall.RunAsync(() => TryReadAsync(partition, row, cancellation), cancellation);
    }

    /// <summary>Queries rows in key order. They are fetched from storage page by page while the caller enumerates them.</summary>
    /// <param name="filter">The filter. The values in the interpolated string are quoted and escaped.</param>
    /// <param name="cancellation">Cancels the request for the next page.</param>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public IAsyncEnumerable<TableEntity> QueryAsync(FormattableString filter, CancellationToken cancellation) =>
        QueryAsync(filter, columns: null, cancellation);

    /// <summary>Queries rows in key order and returns only their keys.</summary>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public IAsyncEnumerable<TableEntity> QueryKeysAsync(FormattableString filter, CancellationToken cancellation) =>
        QueryAsync(filter, Keys, cancellation);

    /// <summary>
    /// Adds a row only if no row with this key exists. If the stored row is identical to the given one, the outcome is
    /// <see cref="Added"/>, because an earlier attempt may have written it and its response may have been lost.
    /// </summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<AddOutcome> AddOnceAsync(TableEntity row, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync<AddOutcome>(
            async () =>
            {
                try
                {
                    return new Added((await table.AddEntityAsync(row, cancellation)).Version());
                }
                catch (RequestFailedException exists) when (exists.Status == 409 && exists.ErrorCode == TableErrorCode.EntityAlreadyExists)
                {
                    return await FindOwnAsync(row, cancellation) is { } version ? new Added(version) : new AlreadyThere();
                }
            },
            cancellation);
    }

    /// <summary>Adds a row whose key was generated for it and is therefore unique.</summary>
    /// <exception cref="InvalidOperationException">Another row has the key.</exception>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<StoredVersion> AddNewAsync(TableEntity row, CancellationToken cancellation) =>
        await AddOnceAsync(row, cancellation) is Added added
        ? added.Version
        : throw new InvalidOperationException($"The row {row.PartitionKey}/{row.RowKey} already exists with other values.");

    /// <summary>Replaces a row only if its ETag is still the one that was read (compare-and-swap).</summary>
    /// <returns>The new version, or <see cref="Overtaken{T}"/> if the row was changed or deleted since it was read.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<WriteOutcome<StoredVersion>> TryUpdateAsync(TableEntity row, StoredVersion read, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync<WriteOutcome<StoredVersion>>(
            async () =>
            {
                try
                {
                    var answer = await table.UpdateEntityAsync(row, read.Tag(), TableUpdateMode.Replace, cancellation);
                    return new Written<StoredVersion>(answer.Version());
                }
                catch (RequestFailedException changed) when (IsChanged(changed))
                {
                    return await FindOwnAsync(row, cancellation) is { } version
                        ? new Written<StoredVersion>(version)
                        : new Overtaken<StoredVersion>();
                }
            },
            cancellation);
    }

    /// <summary>Writes a row unconditionally, overwriting an existing one.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAsync(TableEntity row, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync(() => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation), cancellation);
    }

    /// <summary>Deletes a row only if it is unchanged since it was read.</summary>
    /// <returns>False if another writer has changed the row since; true also if it no longer exists.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<bool> TryRemoveAsync(string partition, string row, StoredVersion read, CancellationToken cancellation)
    {
        RowRules.CheckKeys(partition, row);
        return StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    // The SDK does not throw for a 404, which can mean that the row or the table is missing. Reading the row throws if the
                    // table is missing.
                    var answer = await table.DeleteEntityAsync(partition, row, read.Tag(), cancellation);
                    return answer.Status != 404 || await TryReadAsync(partition, row, cancellation) is null;
                }
                catch (RequestFailedException changed) when (changed.Status == 412)
                {
                    return false;
                }
            },
            cancellation);
    }

    /// <summary>
    /// Replaces a row only if its ETag is still the one that was read (compare-and-swap), or adds it if it did not exist, and writes other
    /// rows of the same partition in the same transaction.
    /// </summary>
    /// <param name="row">The row. Its content must differ from that of all its earlier versions: after a lost response, the write is
    /// recognized as successful by the content of the stored row.</param>
    /// <param name="read">The version that was read; null if the row did not exist.</param>
    /// <param name="others">Rows that are written unconditionally.</param>
    /// <param name="cancellation">Cancels the request. Storage may nevertheless have written the rows: all of them or none.</param>
    /// <returns>The new version of the row, or <see cref="Overtaken{T}"/> if the row was changed since it was read.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<WriteOutcome<StoredVersion>> TryPutTogetherAsync(
        TableEntity row, StoredVersion? read, IReadOnlyCollection<TableEntity> others, CancellationToken cancellation)
    {
        var first = read is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, version.Tag())
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        try
        {
            var answers = await transactions.SubmitAsync(
                [first, .. others.Select(o => new TableTransactionAction(TableTransactionActionType.UpsertReplace, o))], cancellation);
            return new Written<StoredVersion>(answers[0].Version());
        }
        catch (StorageException changed) when (
            changed.Status is 409 or 412 || (changed.Status == 404 && changed.Code == TableErrorCode.ResourceNotFound))
        {
            // Not necessarily a conflict: an earlier attempt may have succeeded and its response may have been lost. The stored row is then
            // exactly the row that was sent.
            return await StorageCall.RunAsync(() => FindOwnAsync(row, cancellation), cancellation) is { } own
                ? new Written<StoredVersion>(own)
                : new Overtaken<StoredVersion>();
        }
    }

    /// <inheritdoc cref="RowTransactions.PutAsync"/>
    public Task PutAllAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        transactions.PutAsync(rows, cancellation);

    /// <inheritdoc cref="RowTransactions.TryRemoveAsync"/>
    public Task<bool> TryRemoveAllAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        transactions.TryRemoveAsync(rows, cancellation);

    private IAsyncEnumerable<TableEntity> QueryAsync(
        FormattableString filter, string[]? columns, CancellationToken cancellation) => StorageCall.EachAsync(
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), select: columns, cancellationToken: cancellation),
        cancellation);

    // GetEntityIfExists is not used, because it returns no row for a missing table too. A missing table must throw.
    private async Task<TableEntity?> TryReadAsync(string partition, string row, CancellationToken cancellation)
    {
        try
        {
            return await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404 && missing.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return null;
        }
    }

    private async Task<StoredVersion?> FindOwnAsync(TableEntity sent, CancellationToken cancellation) =>
        await TryReadAsync(sent.PartitionKey, sent.RowKey, cancellation) is { } found && SameRow.Matches(found, sent)
            ? found.Version()
            : null;

    private static bool IsChanged(RequestFailedException refused) =>
        refused.Status == 412 || (refused.Status == 404 && refused.ErrorCode == TableErrorCode.ResourceNotFound);
}
