using Azure;
using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

public sealed partial class TableClient
{
    /// <summary>Creates the entity. The 409 of a retry, after an answer was lost, is success if the entity is what was sent.</summary>
    /// <returns>An answer with the ETag: 204, or the 200 of the reading that settled a doubtful 409.</returns>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists, or refused.</exception>
    public async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        EntityKeys.Check(entity);
        using var message = rest.Create(RequestMethod.Post, Name, EntityJson.Write(entity));
        var response = await rest.SendAsync(message, 409, cancellationToken);
        return response.Status != 409 ? response
            : await FindOwnAsync(message, entity, cancellationToken) ?? throw new RequestFailedException(response);
    }

    /// <exception cref="RequestFailedException">Refused.</exception>
    public Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => WriteAsync(entity, default, mode, cancellationToken);

    /// <summary>Changes an existing entity if <paramref name="ifMatch"/> still holds; ETag.All means whatever it is.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied, 404 ResourceNotFound, or refused.</exception>
    public Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => ifMatch != default ? WriteAsync(entity, ifMatch, mode, cancellationToken)
            : throw new ArgumentException("An update needs an ETag; ETag.All means whatever is there.", nameof(ifMatch));

    /// <returns>The answer; its status is 404 when there was no such entity.</returns>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied, or refused.</exception>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        EntityKeys.Check(partitionKey, rowKey);
        using var message = rest.Create(
            RequestMethod.Delete, EntityKeys.PathOf(Name, partitionKey, rowKey), ifMatch == default ? ETag.All : ifMatch);
        return await rest.SendAsync(message, 404, cancellationToken);
    }

    private async Task<Response> WriteAsync(
        ITableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        EntityKeys.Check(entity);
        var path = EntityKeys.PathOf(Name, entity.PartitionKey, entity.RowKey);
        using var message = rest.Create(MethodOf(mode), path, EntityJson.Write(entity));
        if (ifMatch != default)
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        return await rest.SendAsync(message, cancellationToken);
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) =>
        mode is TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;

    /// <summary>Looks whether a 409 after a retry is only our own first attempt.</summary>
    private async Task<Response?> FindOwnAsync(HttpMessage sent, ITableEntity entity, CancellationToken cancellationToken)
    {
        if (sent.ProcessingContext.RetryNumber == 0)
            return null;
        var found = await GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey, null, cancellationToken);
        return found.HasValue && SameEntity.As(entity, found.Value!) ? found.GetRawResponse() : null;
    }
}
