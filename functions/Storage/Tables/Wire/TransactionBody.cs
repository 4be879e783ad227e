using System.Text;
using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>A multipart body of one changeset, each part a whole HTTP request on lines that end in CRLF.</summary>
internal sealed class TransactionBody(string table, TableRest rest)
{
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changeset = $"changeset_{Guid.NewGuid()}";

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public byte[] Write(IEnumerable<TableTransactionAction> actions)
    {
        using var body = new MemoryStream();
        Line(body, $"--{batch}");
        Line(body, $"Content-Type: multipart/mixed; boundary={changeset}");
        Line(body, "");
        foreach (var action in actions)
            Write(body, action);
        Line(body, $"--{changeset}--");
        Line(body, $"--{batch}--");
        TransactionRules.CheckSize(body.Length);
        return body.ToArray();
    }

    private void Write(MemoryStream body, TableTransactionAction action)
    {
        Line(body, $"--{changeset}");
        Line(body, "Content-Type: application/http");
        Line(body, "Content-Transfer-Encoding: binary");
        Line(body, "");
        Line(body, $"{MethodOf(action)} {rest.AddressOf(PathOf(action)).AbsoluteUri} HTTP/1.1");
        Line(body, $"Accept: {TableRest.Json}");
        Line(body, "DataServiceVersion: 3.0");
        if (IfMatchOf(action) is { } etag)
            Line(body, $"If-Match: {etag}");
        if (action.ActionType is not TableTransactionActionType.Delete)
            WriteEntity(body, action.Entity);
        Line(body, "");
    }

    private static void WriteEntity(MemoryStream body, ITableEntity entity)
    {
        Line(body, "Content-Type: application/json");
        Line(body, "Prefer: return-no-content");
        Line(body, "");
        body.Write(EntityJson.Write(entity));
        Line(body, "");
    }

    private string PathOf(TableTransactionAction action) => action.ActionType is TableTransactionActionType.Add
        ? table
        : EntityKeys.PathOf(table, action.Entity.PartitionKey, action.Entity.RowKey);

    private static string MethodOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        var other => throw new InvalidOperationException($"Unknown action {other}."),
    };

    private static ETag? IfMatchOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? ETag.All : action.ETag,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag,
        _ => null,
    };

    private static void Line(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
}
