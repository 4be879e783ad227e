using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// The rows of one table. The client of the SDK sends a request again when its answer was lost, and then meets its own first attempt: an
/// add answers 409, a conditional update 412. Both are recognised here, and nowhere else, by reading the row: what stands there exactly as
/// it was sent is ours.
/// </summary>
/// <param name="table">The client, whose pipeline retries.</param>
/// <param name="retryDelay">How long to wait before a transaction is sent again; the SDK does not retry those. It doubles each
/// time.</param>
internal sealed class RowTable(TableClient table, TimeSpan retryDelay)
{
    private const int MostTries = 4;

    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    /// <summary>The client itself.</summary>
    public TableClient Client => table;

    public Task CreateAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(() => table.CreateIfNotExistsAsync(cancellation), cancellation);

    /// <returns>Null when there is no such row.</returns>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        RowRules.CheckKeys(partition, row);
        return StorageCall.RunAsync(() => TryReadAsync(partition, row, cancellation), cancellation);
    }

    /// <summary>Rows in the order of their keys, page by page.</summary>
    /// <param name="filter">Its values are quoted.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public IAsyncEnumerable<TableEntity> QueryAsync(FormattableString filter, CancellationToken cancellation) =>
        QueryAsync(filter, columns: null, cancellation);

    /// <summary>The same without their columns.</summary>
    /// <exception cref="StorageException">Storage failed, or the table does not exist.</exception>
    public IAsyncEnumerable<TableEntity> QueryKeysAsync(FormattableString filter, CancellationToken cancellation) =>
        QueryAsync(filter, Keys, cancellation);

    /// <summary>Adds a row.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<AddOutcome> AddOnceAsync(TableEntity row, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync<AddOutcome>(
            async () =>
            {
                try
                {
                    return new Added(VersionIn(await table.AddEntityAsync(row, cancellation)));
                }
                catch (RequestFailedException exists) when (exists.Status == 409 && exists.ErrorCode == TableErrorCode.EntityAlreadyExists)
                {
                    return await FindOwnAsync(row, cancellation) is { } version ? new Added(version) : new AlreadyThere();
                }
            },
            cancellation);
    }

    /// <summary>Adds a row whose key was made for it and is nobody else's.</summary>
    /// <exception cref="InvalidOperationException">Somebody else's row has the key.</exception>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<StoredVersion> AddNewAsync(TableEntity row, CancellationToken cancellation) =>
        await AddOnceAsync(row, cancellation) is Added added
        ? added.Version
        : throw new InvalidOperationException($"The row {row.PartitionKey}/{row.RowKey} is there already, and is another one.");

    /// <summary>Replaces a row that is still as it was read.</summary>
    /// <returns>With its new version.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<WriteOutcome<StoredVersion>> TryUpdateAsync(TableEntity row, StoredVersion read, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync<WriteOutcome<StoredVersion>>(
            async () =>
            {
                try
                {
                    var answer = await table.UpdateEntityAsync(row, TagOf(read), TableUpdateMode.Replace, cancellation);
                    return new Written<StoredVersion>(VersionIn(answer));
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

    /// <summary>Writes a row, whatever stands in its place.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAsync(TableEntity row, CancellationToken cancellation)
    {
        RowRules.Check(row);
        return StorageCall.RunAsync(() => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation), cancellation);
    }

    /// <summary>Removes a row that is still as it was read.</summary>
    /// <returns>False when somebody else has changed it since; true as well when it is gone already.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<bool> TryRemoveAsync(string partition, string row, StoredVersion read, CancellationToken cancellation)
    {
        RowRules.CheckKeys(partition, row);
        return StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    // The SDK answers any 404 without an exception.
                    var answer = await table.DeleteEntityAsync(partition, row, TagOf(read), cancellation);
                    return answer.Status != 404 || await TryReadAsync(partition, row, cancellation) is null;
                }
                catch (RequestFailedException changed) when (changed.Status == 412)
                {
                    return false;
                }
            },
            cancellation);
    }

    /// <summary>Replaces a row that is still as it was read, or adds it, and writes others of its partition with it: all or none.</summary>
    /// <param name="row">Different from every earlier version of it, by which it is recognised when an answer was lost.</param>
    /// <param name="read">Null when there was no such row.</param>
    /// <param name="others">Whatever stands in their places.</param>
    /// <param name="cancellation">Stops before they are written.</param>
    /// <returns>With the new version of the row.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<WriteOutcome<StoredVersion>> TryPutTogetherAsync(
        TableEntity row, StoredVersion? read, IReadOnlyCollection<TableEntity> others, CancellationToken cancellation)
    {
        var first = read is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, TagOf(version))
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        try
        {
            await SubmitAsync(
                [first, .. others.Select(o => new TableTransactionAction(TableTransactionActionType.UpsertReplace, o))], cancellation);
        }
        catch (StorageException changed) when (
            changed.Status is 409 or 412 || (changed.Status == 404 && changed.Code == TableErrorCode.ResourceNotFound))
        {
            // What stands there as it was sent is ours: the answer to an earlier try was lost.
        }

        return await StorageCall.RunAsync(() => FindOwnAsync(row, cancellation), cancellation) is { } own
            ? new Written<StoredVersion>(own)
            : new Overtaken<StoredVersion>();
    }

    /// <summary>Writes rows of one partition, all or none, whatever stands in their places.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAllAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        SubmitAsync(TableTransactionActionType.UpsertReplace, rows, cancellation);

    /// <summary>Removes rows of one partition, all or none.</summary>
    /// <returns>False when one of them was gone already, and nothing was removed: another process removed it, or an earlier try whose
    /// answer was lost.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<bool> TryRemoveAllAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation)
    {
        try
        {
            await SubmitAsync(TableTransactionActionType.Delete, rows, cancellation);
            return true;
        }
        catch (StorageException gone) when (gone.Status == 404 && gone.Code == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }

    // The SDK's pipeline does not retry an error that arrives inside an answer 202, nor an answer that breaks off. Ours write or remove
    // whole rows, so they may be sent twice.
    private Task SubmitAsync(TableTransactionActionType type, IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        SubmitAsync([.. rows.Select(row => new TableTransactionAction(type, row, ETag.All))], cancellation);

    private async Task SubmitAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        RowRules.CheckTransaction([.. actions.Select(a => (TableEntity)a.Entity)]);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await StorageCall.RunAsync(() => table.SubmitTransactionAsync(actions, cancellation), cancellation);
                return;
            }
            catch (StorageException failure) when (tries < MostTries && IsForUsToRetry(failure))
            {
                await Task.Delay(retryDelay * Math.Pow(2, tries - 1), cancellation);
            }
        }
    }

    private IAsyncEnumerable<TableEntity> QueryAsync(
        FormattableString filter, string[]? columns, CancellationToken cancellation) => StorageCall.EachAsync(
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), select: columns, cancellationToken: cancellation),
        cancellation);

    private static bool IsForUsToRetry(StorageException failure) =>
        failure is { MayPass: true, InnerException: TableTransactionFailedException or IOException };

    // GetEntityIfExists would tell a table that does not exist like a row that does not.
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

    private static StoredVersion VersionIn(Response answer) => new(answer.Headers.ETag.ToString() ?? "");

    // The SDK takes an ETag without a value for "whatever is there".
    private static ETag TagOf(StoredVersion version) => version.Value is { Length: > 0 } tag
        ? new(tag)
        : throw new ArgumentException("What was not read from storage has no version.", nameof(version));
}
