using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Sends transactions on the rows of one partition of a table. Retries them in two cases in which the SDK does not: if a response with
/// status 202 contains an error, and if the connection breaks while the response is read. It is safe to send a transaction twice, because
/// it writes or deletes whole rows: if the first attempt succeeded, the second one writes the same rows again or fails, and the callers
/// treat that failure as a possible success.
/// </summary>
/// <param name="table">The table's client, whose pipeline retries failed requests.</param>
/// <param name="retryDelay">The delay before a failed transaction is sent again. It doubles with each retry.</param>
internal sealed class RowTransactions(TableClient table, TimeSpan retryDelay)
{
    private const int MostTries = 4;

    /// <summary>Writes rows of one partition in one transaction, overwriting existing ones.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        SubmitAsync(TableTransactionActionType.UpsertReplace, rows, cancellation);

    /// <summary>Deletes rows of one partition in one transaction.</summary>
    /// <returns>False if one of the rows did not exist, in which case nothing was deleted. Another process deleted it, or an earlier
    /// attempt succeeded and its response was lost.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<bool> TryRemoveAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation)
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

    /// <returns>The response to each action, which contains the new ETag of its row.</returns>
    /// <exception cref="StorageException">Storage failed, or refused one of the actions; then none was carried out.</exception>
    public async Task<IReadOnlyList<Response>> SubmitAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        RowRules.CheckTransaction([.. actions.Select(a => (TableEntity)a.Entity)]);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return (await StorageCall.RunAsync(() => table.SubmitTransactionAsync(actions, cancellation), cancellation)).Value;
            }
            catch (StorageException failure) when (tries < MostTries && IsRetryable(failure))
            {
                await Task.Delay(retryDelay * Math.Pow(2, tries - 1), cancellation);
            }
        }
    }

    private Task<IReadOnlyList<Response>> SubmitAsync(
        TableTransactionActionType type, IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation) =>
        SubmitAsync([.. rows.Select(row => new TableTransactionAction(type, row, ETag.All))], cancellation);

    private static bool IsRetryable(StorageException failure) =>
        failure is { MayPass: true, InnerException: TableTransactionFailedException or IOException };
}
