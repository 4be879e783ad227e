using System.Text.Json;
using Azure;
using Azure.Core;
using KawasakiServerless.Storage.Tables.Models;

namespace KawasakiServerless.Storage.Tables;

/// <summary>One table.</summary>
public sealed partial class TableClient
{
    private readonly TableRest rest;

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableRest.From(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(new TableRest(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(new TableRest(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableRest rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (this.rest, Name) = (rest, tableName);
    }

    public string Name { get; }

    public Uri Uri => rest.AddressOf(Name);

    /// <returns>The table; the raw answer's status is 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">Refused, TableBeingDeleted included.</exception>
    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = rest.Create(RequestMethod.Post, "Tables", JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name }));
        var response = await rest.SendAsync(message, 409, cancellationToken);
        if (response.Status == 409 && new RequestFailedException(response) is { ErrorCode: not "TableAlreadyExists" } refused)
            throw refused;
        return Response.FromValue(new TableItem(Name), response);
    }

    /// <returns>The answer; its status is 404 when there was no such table.</returns>
    /// <exception cref="RequestFailedException">Refused.</exception>
    public async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = rest.Create(RequestMethod.Delete, $"Tables('{Name}')");
        return await rest.SendAsync(message, 404, cancellationToken);
    }

    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    /// <summary>Pages of at most 1,000 entities, asked for as they are read.</summary>
    /// <exception cref="RequestFailedException">Refused, while reading.</exception>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var query = new Query($"{Name}()", ContinuationNames.OfEntities)
        {
            Filter = filter,
            PageSize = maxPerPage,
            Select = Query.Columns(select),
        };
        return new QueryPages<T>(rest, query, json => EntityMap.To<T>(EntityJson.Read(json)), cancellationToken);
    }

    /// <exception cref="RequestFailedException">404 ResourceNotFound, or refused.</exception>
    public async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateGet(partitionKey, rowKey, select);
        var response = await rest.SendAsync(message, cancellationToken);
        return Response.FromValue(EntityIn<T>(response), response);
    }

    /// <summary>No value for an entity that is not there; a missing table is an error.</summary>
    /// <exception cref="RequestFailedException">Refused.</exception>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateGet(partitionKey, rowKey, select);
        var response = await rest.SendAsync(message, 404, cancellationToken);
        if (response.Status != 404)
            return Response.FromValue(EntityIn<T>(response), response);
        return new RequestFailedException(response) is { ErrorCode: "TableNotFound" } refused ? throw refused : new NoValue<T>(response);
    }

    private HttpMessage CreateGet(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        EntityKeys.Check(partitionKey, rowKey);
        var message = rest.Create(RequestMethod.Get, EntityKeys.PathOf(Name, partitionKey, rowKey));
        if (Query.Columns(select) is { } columns)
            message.Request.Uri.AppendQuery("$select", columns, escapeValue: true);
        return message;
    }

    private static T EntityIn<T>(Response response)
        where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content);
        var entity = EntityJson.Read(json.RootElement);
        if (entity.ETag == default && response.Headers.ETag is { } etag)
            entity.ETag = etag;
        return EntityMap.To<T>(entity);
    }
}
