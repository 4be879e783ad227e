using System.Text.Json;
using Azure;
using Azure.Core;
using KawasakiServerless.Storage.Tables.Models;

namespace KawasakiServerless.Storage.Tables;

/// <summary>The tables of one storage account.</summary>
public sealed class TableServiceClient
{
    private readonly TableRest rest;

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        rest = TableRest.From(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null) =>
        rest = new TableRest(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        rest = new TableRest(endpoint, tokenCredential, options);

    public TableClient GetTableClient(string tableName) => new(rest, tableName);

    /// <returns>The table; the raw answer's status is 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">Refused, TableBeingDeleted included.</exception>
    public Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <returns>The answer; its status is 404 when there was no such table.</returns>
    /// <exception cref="RequestFailedException">Refused.</exception>
    public Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default)
    {
        var query = new Query("Tables", ContinuationNames.OfTables) { Filter = filter, PageSize = maxPerPage };
        return new QueryPages<TableItem>(rest, query, Read, cancellationToken);
    }

    private static TableItem Read(JsonElement json) => new(json.GetProperty("TableName").GetString()!);
}
